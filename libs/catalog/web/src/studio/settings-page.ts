import { Component, computed, inject, input, viewChild } from '@angular/core';
import { type Leavable, outcomeOf } from '@haven/identity/web/editing';
import { type CourseSettings, type SettingsNow, type StudioCourse } from '@haven/catalog/contract';
import { I18n, pageTitle } from '@haven/shared/web';
import { HvSkeleton } from '@haven/shared/ui';
import { CourseEnd } from './course-end';
import { CourseForm } from './course-form';
import { type CourseModel, toCourseModel, toCourseWords } from './course-model';
import { CourseNav } from './course-nav';
import { SettingsForm, type SaveSettings } from './settings/settings-form';
import { toSettingsModel } from './settings/settings-model';
import { StudioClient } from './studio-client';
import { Trouble } from './trouble';

/** What is said of a course in the catalogue, and what holds for it: two texts, each saved by itself. */
@Component({
  selector: 'haven-settings-page',
  imports: [CourseEnd, CourseForm, CourseNav, HvSkeleton, SettingsForm, Trouble],
  host: { class: 'studio studio-course' },
  template: `
    @if (course.error(); as error) {
      <div class="wrap"><haven-trouble [error]="error" (retry)="course.reload()" /></div>
    } @else {
      <haven-course-nav [course]="id()" />
      <div class="wrap stack">
        <p class="eyebrow">{{ title() }}</p>
        <h1>{{ i18n.t('studio.nav.settings') }}</h1>
        @if (course.hasValue()) {
          @for (one of [course.value()]; track one.id) {
            <haven-course-form [draft]="one" [save]="save()" />
            <section class="stack" aria-labelledby="settings">
              <h2 id="settings">{{ i18n.t('settings.title') }}</h2>
              <p>{{ i18n.t('settings.lede') }}</p>
              <haven-settings-form [draft]="one" [save]="saveSettings()" />
            </section>
            <haven-course-end [course]="one" />
          }
        } @else {
          <hv-skeleton [lines]="8" [label]="i18n.t('studio.loading')" />
        }
      </div>
    }
  `,
})
export class SettingsPage implements Leavable {
  readonly id = input.required<string>();

  protected readonly i18n = inject(I18n);
  private readonly client = inject(StudioClient);
  private readonly words = viewChild(CourseForm);
  private readonly settings = viewChild(SettingsForm);
  protected readonly course = this.client.course(this.id);
  protected readonly title = computed(() => (this.course.hasValue() ? this.i18n.text(this.course.value().title) : ''));

  /** Bound to the course it was made for. The words that were read last are what is written over. */
  protected readonly save = computed(() => {
    const id = this.id();
    const edition = (course: StudioCourse) => ({ version: course.version, value: toCourseModel(course) });
    return async (model: CourseModel, version: number, was: CourseModel) =>
      outcomeOf(
        this.client.changeOutline(id, { do: 'describe', was: toCourseWords(was), now: toCourseWords(model) }, version),
        async () => edition(await this.client.readCourse(id)),
      );
  });

  /** Bound to the course likewise. */
  protected readonly saveSettings = computed<SaveSettings>(() => {
    const id = this.id();
    return async (now: CourseSettings, was: SettingsNow, version: number) => {
      let theirs: SettingsNow | null = null;
      const outcome = await outcomeOf(this.client.changeOutline(id, { do: 'settle', was, now }, version), async () => {
        const course = await this.client.readCourse(id);
        theirs = course.settings;
        return { version: course.version, value: toSettingsModel(course.settings) };
      });
      return { outcome, theirs };
    };
  });

  constructor() {
    pageTitle(() => [this.i18n.t('studio.nav.settings'), this.title()].filter(Boolean).join(': '));
  }

  async settle(): Promise<boolean> {
    const safe = await Promise.all([this.words()?.settle() ?? true, this.settings()?.settle() ?? true]);
    return safe.every(Boolean);
  }
}
