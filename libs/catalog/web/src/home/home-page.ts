import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { HvButton, HvLoadError, HvSkeleton } from '@haven/shared/ui';
import { I18n, pageDescription, pageStatus } from '@haven/shared/web';
import { BEGUN_COURSES } from '../begun-courses';
import { CatalogClient } from '../catalog-client';
import { CourseRow } from '../course-row';
import { featured } from './featured';
import { Harbour } from './harbour';

/** The page that must make a person want to go on: what this is, one way in, and what stands behind it. */
@Component({
  selector: 'haven-home',
  imports: [RouterLink, CourseRow, Harbour, HvButton, HvLoadError, HvSkeleton],
  templateUrl: './home-page.html',
})
export class HomePage {
  protected readonly i18n = inject(I18n);
  private readonly client = inject(CatalogClient);
  private readonly begunCourses = inject(BEGUN_COURSES);

  protected readonly courses = this.client.courses(() => ({}));
  private readonly lead = this.client.course(() => featured.course);

  protected readonly list = computed(() => (this.courses.hasValue() ? this.courses.value().items : null));
  protected readonly course = computed(() => (this.lead.hasValue() ? this.lead.value() : null));
  protected readonly begun = computed(() => this.begunCourses().has(featured.course));
  private readonly lessons = computed(() => this.course()?.modules.flatMap((module) => module.lessons) ?? []);
  protected readonly recording = computed(() => this.lessons().find((lesson) => lesson.kind === 'recording'));
  protected readonly policies = computed(
    () => this.course()?.modules.find((module) => module.slug === featured.policies)?.lessons ?? [],
  );
  protected readonly ways = computed(() => {
    const act = this.lessons().find((lesson) => lesson.slug === featured.act);
    return [
      { key: 'watch', link: this.lessonLink(this.recording()?.slug) },
      { key: 'learn', link: this.i18n.path('/courses') },
      { key: 'act', link: this.lessonLink(act?.slug) },
    ];
  });

  constructor() {
    pageDescription(() => this.i18n.t('catalog.home.lede'));
    pageStatus(() => (this.courses.error() ? 503 : null));
  }

  protected lessonLink(slug: string | undefined): string {
    return this.i18n.path(slug ? `/learn/${featured.course}/${slug}` : '/courses');
  }

  protected readonly startLink = computed(() =>
    this.i18n.path(this.begun() ? `/learn/${featured.course}` : `/courses/${featured.course}`),
  );
}
