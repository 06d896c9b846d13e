import { Component, computed, inject, input, viewChild } from '@angular/core';
import { type Leavable, outcomeOf } from '@haven/identity/web/editing';
import { type StudioCourse } from '@haven/catalog/contract';
import { I18n, pageTitle } from '@haven/shared/web';
import { HvSkeleton } from '@haven/shared/ui';
import { CourseEnd } from './course-end';
import { CourseForm } from './course-form';
import { type CourseModel, toCourseModel, toCourseWords } from './course-model';
import { CourseNav } from './course-nav';
import { StudioClient } from './studio-client';
import { Trouble } from './trouble';

/** What is said of a course in the catalogue. */
@Component({
  selector: 'haven-settings-page',
  imports: [CourseEnd, CourseForm, CourseNav, HvSkeleton, Trouble],
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
  private readonly form = viewChild(CourseForm);
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

  constructor() {
    pageTitle(() => [this.i18n.t('studio.nav.settings'), this.title()].filter(Boolean).join(': '));
  }

  settle(): Promise<boolean> {
    return this.form()?.settle() ?? Promise.resolve(true);
  }
}
