import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { type CourseDetail, type LessonDetail } from '@haven/catalog/contract';
import { firstValueFrom } from 'rxjs';

/** Where what a pack keeps is found, with and without a line. */
@Service()
export class DownloadsClient {
  private readonly http = inject(HttpClient);

  /** The addresses that the service worker answers from a pack. */
  addresses(course: string, lesson: string) {
    return {
      course: `/api/courses/${course}`,
      lesson: `/api/courses/${course}/lessons/${lesson}`,
      practice: `/api/courses/${course}/lessons/${lesson}/practice`,
      transcript: (recording: string, locale: string) => `/api/recordings/${recording}/transcripts/${locale}`,
    };
  }

  course(slug: string): Promise<CourseDetail> {
    return firstValueFrom(this.http.get<CourseDetail>(`/api/courses/${slug}`));
  }

  lesson(course: string, lesson: string): Promise<LessonDetail> {
    return firstValueFrom(this.http.get<LessonDetail>(`/api/courses/${course}/lessons/${lesson}`));
  }
}
