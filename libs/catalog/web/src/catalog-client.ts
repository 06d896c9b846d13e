import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { Service } from '@angular/core';
import { type CourseCards, type CourseDetail, type LessonDetail } from '@haven/catalog/contract';

/** What a reader may ask the catalogue for, as it stands in the address; what is empty is not asked. */
export interface CourseFilter {
  q: string;
  topic: string;
  lang: string;
  length: string;
  after: string;
  limit: string;
  group: string;
}

/** The one place that knows where courses are. Answers are trusted as the contract says: checking them here would cost every page zod. */
@Service()
export class CatalogClient {
  /** Call it where things are injected; it asks again when what `filter` reads changes. */
  courses(filter: () => Partial<CourseFilter> = () => ({})): HttpResourceRef<CourseCards | undefined> {
    return httpResource<CourseCards>(() => ({
      url: '/api/courses',
      params: Object.fromEntries(Object.entries(filter()).filter(([, value]) => value)),
    }));
  }

  /** Waits while `slug` is not known yet. */
  course(slug: () => string | undefined): HttpResourceRef<CourseDetail | undefined> {
    return httpResource<CourseDetail>(() => pathOf('courses', slug()));
  }

  lesson(
    course: () => string | undefined,
    lesson: () => string | undefined,
  ): HttpResourceRef<LessonDetail | undefined> {
    return httpResource<LessonDetail>(() => {
      const above = pathOf('courses', course());
      return above && pathOf('lessons', lesson(), above);
    });
  }
}

const pathOf = (kind: string, slug: string | undefined, above = '/api') =>
  slug === undefined ? undefined : `${above}/${kind}/${encodeURIComponent(slug)}`;
