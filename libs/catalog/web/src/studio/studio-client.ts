import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import {
  type AgainPreview,
  type Company,
  type CourseCards,
  type DeletedCourses,
  type EditLesson,
  type LessonDraft,
  type LessonMedia,
  type MediaKind,
  type NewCourse,
  type NewPreview,
  type NewPublishCourse,
  type NewReleaseAgain,
  type OutlineChange,
  type Preview,
  type PublishPreview,
  type ReleaseCard,
  type ReleaseCards,
  type ReleaseComparison,
  type ReleaseTime,
  type RemovedParts,
  type StudioCourse,
  type StudioCourseCards,
  type Whereabouts,
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

  /** The newest courses that learners see, from which lessons can be borrowed. */
  published() {
    return httpResource<CourseCards>(() => '/api/courses?limit=100');
  }

  /** The deleted courses, once `asked`. */
  deletedCourses(asked: () => boolean) {
    return httpResource<DeletedCourses>(() => (asked() ? '/api/studio/deleted-courses' : undefined));
  }

  /** What was taken out of a course's outline, asked for anew with each of its versions. */
  removedParts(of: () => Pick<StudioCourse, 'id' | 'version'> | null) {
    return httpResource<RemovedParts>(() => {
      const course = of();
      return course ? `${courses}/${course.id}/removed` : undefined;
    });
  }

  preview(id: () => string) {
    return httpResource<PublishPreview>(() => `${courses}/${id()}/preview`);
  }

  /** The newest `most` releases. */
  releases(id: () => string, most: () => number = () => 50) {
    return httpResource<ReleaseCards>(() => `${courses}/${id()}/releases?limit=${most()}`);
  }

  /** How two releases differ, where two are chosen. */
  comparison(id: () => string, pair: () => { from: number; to: number } | null) {
    return httpResource<ReleaseComparison>(() => {
      const of = pair();
      return of ? `${courses}/${id()}/comparison?from=${of.from}&to=${of.to}` : undefined;
    });
  }

  previewAgain(id: () => string, number: () => string) {
    return httpResource<AgainPreview>(() => `${courses}/${id()}/releases/${number()}/again`);
  }

  lesson(id: () => string, lesson: () => string) {
    return httpResource<LessonDraft>(() => `${courses}/${id()}/lessons/${lesson()}`);
  }

  /** The course as it is on the server now. */
  readCourse(id: string): Promise<StudioCourse> {
    return firstValueFrom(this.http.get<StudioCourse>(`${courses}/${id}`));
  }

  beginCourse(course: NewCourse): Promise<StudioCourse> {
    return firstValueFrom(this.http.post<StudioCourse>(courses, course));
  }

  changeOutline(id: string, change: OutlineChange, version: number): Promise<StudioCourse> {
    const headers = { 'if-match': `"${version}"` };
    return firstValueFrom(this.http.post<StudioCourse>(`${courses}/${id}/outline`, change, { headers }));
  }

  async deleteCourse(id: string): Promise<void> {
    await firstValueFrom(this.http.put(`${courses}/${id}/deletion`, {}));
  }

  async restoreCourse(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${courses}/${id}/deletion`));
  }

  /** Says where this person is at work, and answers who else is. */
  tellPresence(id: string, whereabouts: Whereabouts): Promise<Company> {
    return firstValueFrom(this.http.put<Company>(`${courses}/${id}/presence`, whereabouts));
  }

  /** The lesson as it is on the server now. */
  readLesson(id: string, lesson: string): Promise<LessonDraft> {
    return firstValueFrom(this.http.get<LessonDraft>(`${courses}/${id}/lessons/${lesson}`));
  }

  saveLesson(id: string, lesson: string, edit: EditLesson, version: number): Promise<LessonDraft> {
    const headers = { 'if-match': `"${version}"` };
    return firstValueFrom(this.http.put<LessonDraft>(`${courses}/${id}/lessons/${lesson}`, edit, { headers }));
  }

  /** Sends a picture or a file for the lessons of a course, and answers what was made of it. */
  addMedia(id: string, kind: MediaKind, file: Blob): Promise<LessonMedia> {
    const headers = { 'content-type': 'application/octet-stream' };
    // Without a type of its own, or the browser would name that instead.
    const bytes = file.slice(0, file.size, 'application/octet-stream');
    return firstValueFrom(this.http.post<LessonMedia>(`${courses}/${id}/media`, bytes, { headers, params: { kind } }));
  }

  beginPreview(id: string, preview: NewPreview): Promise<Preview> {
    return firstValueFrom(this.http.post<Preview>(`${courses}/${id}/previews`, preview));
  }

  async endPreview(id: string, preview: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${courses}/${id}/previews/${preview}`));
  }

  publish(id: string, publish: NewPublishCourse): Promise<ReleaseCard> {
    return firstValueFrom(this.http.post<ReleaseCard>(`${courses}/${id}/releases`, publish));
  }

  releaseAgain(id: string, number: number, again: NewReleaseAgain): Promise<ReleaseCard> {
    return firstValueFrom(this.http.post<ReleaseCard>(`${courses}/${id}/releases/${number}/again`, again));
  }

  moveRelease(id: string, number: number, time: ReleaseTime): Promise<ReleaseCard> {
    return firstValueFrom(this.http.put<ReleaseCard>(`${courses}/${id}/releases/${number}/time`, time));
  }

  cancelRelease(id: string, number: number): Promise<ReleaseCard> {
    return firstValueFrom(this.http.delete<ReleaseCard>(`${courses}/${id}/releases/${number}/time`));
  }
}
