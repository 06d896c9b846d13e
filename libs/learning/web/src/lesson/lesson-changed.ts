import { Component, computed, inject, input } from '@angular/core';
import { type LessonDetail } from '@haven/catalog/contract';
import { HvButton, HvNotice } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { CourseStudy } from '../course/course-study';
import { LearningClient } from '../learning-client';

/** That a lesson has changed since this person completed the course, and where they are asked to, the button that says they went through it. */
@Component({
  selector: 'haven-lesson-changed',
  imports: [HvButton, HvNotice],
  template: `
    @if (item(); as item) {
      <hv-notice>
        <p>
          {{ i18n.t('learning.since.lesson') }}
          @if (item.asked) {
            {{ i18n.t(lesson().kind === 'quiz' ? 'learning.since.quiz' : 'learning.since.again') }}
          }
        </p>
        @if (item.asked && lesson().kind !== 'quiz') {
          @if (waiting()) {
            <p role="status">{{ i18n.t('learning.since.waiting') }}</p>
          } @else {
            <p>
              <button hvButton="quiet" type="button" (click)="renew()">{{ i18n.t('learning.since.mark') }}</button>
            </p>
          }
        }
      </hv-notice>
    }
  `,
})
export class LessonChanged {
  readonly course = input.required<string>();
  readonly lesson = input.required<LessonDetail>();

  protected readonly i18n = inject(I18n);
  private readonly study = inject(CourseStudy);
  private readonly client = inject(LearningClient);

  protected readonly item = computed(() =>
    this.study.news().find(({ slug, kind, done }) => slug === this.lesson().slug && kind === 'changed' && !done),
  );
  protected readonly waiting = computed(() => this.client.renewalWaiting(this.course(), this.lesson().slug));

  protected renew(): void {
    this.client.renew(this.course(), this.lesson().slug);
  }
}
