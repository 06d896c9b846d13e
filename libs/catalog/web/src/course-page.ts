import { HttpErrorResponse } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { type LessonCard } from '@haven/catalog/contract';
import { HvBreadcrumbs, HvButton, HvCover, HvEmpty, HvIcon, HvLoadError, HvNotice, HvSkeleton } from '@haven/shared/ui';
import { I18n, pageDescription, pageStatus, pageTitle, pageUnlisted } from '@haven/shared/web';
import { map } from 'rxjs';
import { BEGUN_COURSES, COMPLETED_COURSES } from './begun-courses';
import { CatalogClient } from './catalog-client';

/** What a course is about, what is in it, what completes it, and the way in. */
@Component({
  selector: 'haven-course',
  imports: [RouterLink, HvBreadcrumbs, HvButton, HvCover, HvEmpty, HvIcon, HvLoadError, HvNotice, HvSkeleton],
  templateUrl: './course-page.html',
})
export class CoursePage {
  /** From the route, not an input: it has to be known when the request is made up, or hydration does not find the answer it came with. */
  protected readonly slug = toSignal(inject(ActivatedRoute).paramMap.pipe(map((params) => params.get('slug') ?? '')), {
    requireSync: true,
  });

  protected readonly i18n = inject(I18n);
  private readonly begunCourses = inject(BEGUN_COURSES);
  protected readonly completed = inject(COMPLETED_COURSES);
  protected readonly course = inject(CatalogClient).course(this.slug);

  protected readonly shown = computed(() => (this.course.hasValue() ? this.course.value() : null));
  protected readonly missing = computed(() => {
    const error = this.course.error();
    // A slug that no course could have is refused as invalid: to a reader that is the same as not there.
    return error instanceof HttpErrorResponse && [400, 404, 422].includes(error.status);
  });
  protected readonly begun = computed(() => this.begunCourses().has(this.slug()));
  /** What is to be completed before the course can be begun; nothing more for whoever has begun. */
  protected readonly needed = computed(() =>
    this.begun() ? [] : (this.shown()?.prerequisites ?? []).filter(({ slug }) => !this.completed().has(slug)),
  );
  protected readonly startable = computed(() => this.shown()?.phase === 'open' && this.needed().length === 0);
  /** The dates of the course in one sentence; empty where it has none. */
  protected readonly dates = computed(() => {
    const course = this.shown();
    if (course?.phase === 'coming' && course.opens)
      return this.i18n.t('catalog.course.opens', { time: this.i18n.moment(course.opens) });
    if (!course?.closes) return '';
    const key = course.phase === 'closed' ? 'closed' : 'closes';
    return this.i18n.t(`catalog.course.${key}`, { time: this.i18n.moment(course.closes) });
  });
  /** The kinds of lessons in the order of the course, each once: one sentence says what completes each. */
  protected readonly kinds = computed(() => [...new Set(this.lessons().map((lesson) => lesson.kind))]);
  protected readonly crumbs = computed(() => [
    { label: this.i18n.t('catalog.courses.title'), link: this.i18n.path('/courses') },
  ]);
  private readonly lessons = computed(() => this.shown()?.modules.flatMap((module) => module.lessons) ?? []);
  protected readonly count = computed(() => this.lessons().length);
  protected readonly languages = computed(() =>
    (this.shown()?.languages ?? []).map((language) => this.i18n.t(`languages.${language}`)).join(', '),
  );

  constructor() {
    pageTitle(() => {
      const course = this.shown();
      if (course) return this.i18n.text(course.title);
      return this.missing() ? this.i18n.t('catalog.course.missing') : null;
    });
    pageDescription(() => {
      const course = this.shown();
      return course && this.i18n.text(course.summary);
    });
    pageUnlisted(() => (this.shown()?.visibility ?? 'public') !== 'public');
    pageStatus(() => (this.missing() ? 404 : this.course.error() ? 503 : null));
  }

  protected icon(lesson: LessonCard): 'book' | 'film' | 'question' {
    return ({ reading: 'book', recording: 'film', quiz: 'question' } as const)[lesson.kind];
  }

  protected facts(lesson: LessonCard): string {
    const kind = this.i18n.t(`catalog.kinds.${lesson.kind}`);
    return kind + this.i18n.t('list.separator') + this.i18n.n('units.minutes', lesson.minutes);
  }
}
