import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import {
  type EditLesson,
  type LessonDraft,
  type PublishCourse,
  type PublishPreview,
  type ReleaseCard,
  type ReleaseCards,
  type StudioCourse,
  type StudioCourseCards,
} from '@haven/catalog/contract';
import { firstValueFrom } from 'rxjs';

const courses = '/api/studio/courses';

/** The one place that knows where the studio's courses are. */
@Service()
export class StudioClient {
  private readonly http = inject(HttpClient);

  courses() {
    return httpResource<StudioCourseCards>(() => courses);
  }

  course(id: () => string) {
    return httpResource<StudioCourse>(() => `${courses}/${id()}`);
  }

  preview(id: () => string) {
    return httpResource<PublishPreview>(() => `${courses}/${id()}/preview`);
  }

  releases(id: () => string) {
    return httpResource<ReleaseCards>(() => `${courses}/${id()}/releases`);
  }

  lesson(id: () => string, lesson: () => string) {
    return httpResource<LessonDraft>(() => `${courses}/${id()}/lessons/${lesson()}`);
  }

  /** The lesson as it is on the server now. */
  readLesson(id: string, lesson: string): Promise<LessonDraft> {
    return firstValueFrom(this.http.get<LessonDraft>(`${courses}/${id}/lessons/${lesson}`));
  }

  saveLesson(id: string, lesson: string, edit: EditLesson, version: number): Promise<LessonDraft> {
    const headers = { 'if-match': `"${version}"` };
    return firstValueFrom(this.http.put<LessonDraft>(`${courses}/${id}/lessons/${lesson}`, edit, { headers }));
  }

  publish(id: string, publish: PublishCourse): Promise<ReleaseCard> {
    return firstValueFrom(this.http.post<ReleaseCard>(`${courses}/${id}/releases`, publish));
  }
}
