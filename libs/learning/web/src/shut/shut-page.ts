import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type LessonAccess } from '@haven/catalog/contract';
import { HvButton } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { CourseStudy } from '../course/course-study';
import { ShutNotice } from './shut-notice';

/** In place of a course that cannot be begun now. */
@Component({
  selector: 'haven-shut-page',
  imports: [HvButton, RouterLink, ShutNotice],
  host: { class: 'wrap page' },
  template: `
    @if (study.detail(); as course) {
      <h1 [attr.lang]="i18n.lang(course.title)">{{ i18n.text(course.title) }}</h1>
    }
    <haven-shut-notice [access]="access()" />
    <p class="page-act">
      <a hvButton="quiet" [routerLink]="i18n.path('/courses/' + study.slug())">{{ i18n.t('learning.shut.about') }}</a>
    </p>
  `,
})
export class ShutPage {
  readonly access = input.required<LessonAccess>();
  protected readonly i18n = inject(I18n);
  protected readonly study = inject(CourseStudy);
}
