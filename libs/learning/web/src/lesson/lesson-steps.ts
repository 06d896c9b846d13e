import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type LessonCard } from '@haven/catalog/contract';
import { HvButton, HvIcon } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { CourseStudy } from '../course/course-study';

/** The lessons before and after this one, by their titles. `go` makes the next one the thing to do. */
@Component({
  selector: 'haven-lesson-steps',
  imports: [RouterLink, HvButton, HvIcon],
  template: `
    <nav class="lesson-steps" [attr.aria-label]="i18n.t('learning.lesson.steps')">
      @if (previous(); as lesson) {
        <a class="lesson-step" [routerLink]="study.path(lesson.slug)">
          <hv-icon name="arrow-left" />
          <span
            ><span class="small">{{ i18n.t('learning.lesson.previous') }}</span
            ><br /><span [attr.lang]="i18n.lang(lesson.title)">{{ i18n.text(lesson.title) }}</span></span
          >
        </a>
      }
      @if (next(); as lesson) {
        <a class="lesson-next" [hvButton]="go() ? 'primary' : 'quiet'" [routerLink]="study.path(lesson.slug)">
          <span [attr.lang]="i18n.lang(lesson.title)">{{
            i18n.t('learning.lesson.nextOf', { title: i18n.text(lesson.title) })
          }}</span>
          <hv-icon name="arrow-right" />
        </a>
      } @else {
        <a class="lesson-next" [hvButton]="go() ? 'primary' : 'quiet'" [routerLink]="study.path()">{{
          i18n.t('learning.lesson.toOutline')
        }}</a>
      }
    </nav>
  `,
})
export class LessonSteps {
  readonly previous = input.required<LessonCard | null>();
  readonly next = input.required<LessonCard | null>();
  readonly go = input.required<boolean>();
  protected readonly i18n = inject(I18n);
  protected readonly study = inject(CourseStudy);
}
