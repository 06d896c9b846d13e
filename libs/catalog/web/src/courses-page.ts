import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type Topic } from '@haven/catalog/contract';
import { HvButton, HvControl, HvEmpty, HvField, HvIcon, HvLoadError, HvSkeleton } from '@haven/shared/ui';
import { I18n, pageDescription, pageStatus } from '@haven/shared/web';
import { CatalogClient } from './catalog-client';
import { CourseRow } from './course-row';

const topics = ['cities', 'schools', 'policy'] as const satisfies readonly Topic[];
const lengths = [20, 30, 60] as const;
const languages = ['en', 'es'] as const;

/** All courses, narrowed by what the address says. The form is a plain one: it works before and without any script. */
@Component({
  selector: 'haven-courses',
  imports: [RouterLink, CourseRow, HvButton, HvControl, HvEmpty, HvField, HvIcon, HvLoadError, HvSkeleton],
  templateUrl: './courses-page.html',
})
export class CoursesPage {
  readonly q = input<string>();
  readonly topic = input<string>();
  readonly lang = input<string>();
  readonly length = input<string>();
  readonly after = input<string>();

  protected readonly i18n = inject(I18n);
  private readonly router = inject(Router);
  protected readonly topics = topics;
  protected readonly lengths = lengths;
  protected readonly languages = languages;

  /** The address as asked, without what no filter offers: an old or mistyped link still shows courses. */
  protected readonly filter = computed(() => ({
    q: (this.q() ?? '').trim().slice(0, 100),
    topic: topics.find((topic) => topic === this.topic()) ?? '',
    lang: languages.find((language) => language === this.lang()) ?? '',
    length: String(lengths.find((length) => String(length) === this.length()) ?? ''),
    after: this.after() ?? '',
  }));
  protected readonly filtered = computed(() => Object.values(this.filter()).some(Boolean));
  protected readonly courses = inject(CatalogClient).courses(this.filter);
  /** The last answer stays while the next one comes, so that the list does not flash. */
  protected readonly shown = linkedSignal<ReturnType<typeof this.answer>, ReturnType<typeof this.answer>>({
    source: () => this.answer(),
    computation: (answer, before) => answer ?? before?.value,
  });

  constructor() {
    pageDescription(() => this.i18n.t('catalog.courses.lede'));
    pageStatus(() => (this.courses.error() ? 503 : null));
  }

  protected search(event: Event, form: HTMLFormElement): void {
    event.preventDefault();
    const entries = [...new FormData(form).entries()].filter(([, value]) => value !== '');
    void this.router.navigate([this.i18n.path('/courses')], { queryParams: Object.fromEntries(entries) });
  }

  private answer() {
    return this.courses.hasValue() ? this.courses.value() : undefined;
  }
}
