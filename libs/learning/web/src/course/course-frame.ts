import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { HvButton, HvEmpty } from '@haven/shared/ui';
import { I18n, pageTitle, pageUnlisted } from '@haven/shared/web';
import { ShutPage } from '../shut/shut-page';
import { CourseStudy } from './course-study';

/** Holds one course for every page under it. A course that does not exist, or is not this person's to see, is not found. */
@Component({
  selector: 'haven-course-frame',
  imports: [RouterOutlet, RouterLink, HvEmpty, HvButton, ShutPage],
  providers: [CourseStudy],
  template: `
    @if (study.unknown()) {
      <div class="wrap page">
        <hv-empty [level]="1" [heading]="i18n.t('learning.lesson.notFoundCourse')">
          <p>{{ i18n.t('learning.lesson.notFoundHow') }}</p>
          <p>
            <a hvButton [routerLink]="i18n.path('/courses')">{{ i18n.t('learning.lesson.toCourses') }}</a>
          </p>
        </hv-empty>
      </div>
    } @else if (begun() ? null : study.shut(); as shut) {
      <haven-shut-page [access]="shut" />
    } @else {
      <router-outlet />
    }
  `,
})
export class CourseFrame {
  readonly course = input.required<string>();
  protected readonly i18n = inject(I18n);
  protected readonly study = inject(CourseStudy);
  protected readonly begun = computed(() => this.study.progress() !== null);

  constructor() {
    effect(() => this.study.slug.set(this.course()));
    pageTitle(() => {
      if (this.study.unknown()) return this.i18n.t('learning.lesson.notFoundCourse');
      const course = this.study.shut() && !this.begun() ? this.study.detail() : null;
      return course && this.i18n.text(course.title);
    });
    pageUnlisted(() => (this.study.detail()?.visibility ?? 'public') !== 'public');
  }
}
