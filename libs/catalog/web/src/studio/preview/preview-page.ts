import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { type ReleaseCard } from '@haven/catalog/contract';
import { type Locale } from '@haven/shared/contract';
import { locales } from '@haven/shared/contract/plain';
import { Announcer, HvButton, HvControl, HvField, HvLoadError, HvNotice, HvSkeleton } from '@haven/shared/ui';
import { I18n, pageTitle, problemOf } from '@haven/shared/web';
import { CourseNav } from '../course-nav';
import { StudioClient } from '../studio-client';
import { Trouble } from '../trouble';
import { PreviewFrame } from './preview-frame';
import { Trial } from './trial';

const widths = ['phone', 'tablet', 'full'] as const;

/** A course as a learner meets it: the draft or a release, in any language, as wide as a phone. Which one, and where it begins, stands in the address. */
@Component({
  selector: 'haven-preview-page',
  imports: [CourseNav, HvButton, HvControl, HvField, HvLoadError, HvNotice, HvSkeleton, PreviewFrame, Trouble],
  providers: [Trial],
  templateUrl: './preview-page.html',
  host: { class: 'studio studio-course' },
})
export class PreviewPage {
  readonly id = input.required<string>();
  readonly release = input<string>();
  /** The name of the lesson in its address. */
  readonly lesson = input<string>();

  protected readonly i18n = inject(I18n);
  protected readonly trial = inject(Trial);
  private readonly client = inject(StudioClient);
  private readonly announcer = inject(Announcer);
  private readonly router = inject(Router);
  protected readonly course = this.client.course(this.id);
  private readonly releases = this.client.releases(this.id, () => 100);

  protected readonly widths = widths;
  protected readonly locales = locales;
  protected readonly width = signal<(typeof widths)[number]>('full');
  protected readonly locale = signal<Locale>(this.i18n.locale());

  protected readonly number = computed(() => Number(this.release()) || null);
  protected readonly all = computed(() => (this.releases.hasValue() ? this.releases.value().items : []));
  protected readonly title = computed(() => (this.course.hasValue() ? this.i18n.text(this.course.value().title) : ''));
  protected readonly refused = computed(() => problemOf(this.trial.error()) !== null);
  protected readonly start = computed(() =>
    ['/learn', this.trial.preview()?.slug, this.lesson()].filter(Boolean).join('/'),
  );

  constructor() {
    pageTitle(() => [this.i18n.t('preview.title'), this.title()].filter(Boolean).join(': '));
    effect(() => {
      const tried = { course: this.id(), release: this.number() };
      untracked(() => void this.trial.begin(tried));
    });
  }

  protected name({ number, at }: ReleaseCard): string {
    return this.i18n.t('preview.release', { n: this.i18n.number(number), date: this.i18n.date(at) });
  }

  protected choose(release: string): void {
    void this.router.navigate([], {
      queryParams: { release: release || null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  protected async again(): Promise<void> {
    await this.trial.begin({ course: this.id(), release: this.number() });
    if (this.trial.preview()) this.announcer.say(this.i18n.t('preview.begun'));
  }
}
