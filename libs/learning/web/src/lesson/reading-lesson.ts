import { Component, computed, inject, input } from '@angular/core';
import { type LessonDetail } from '@haven/catalog/contract';
import { HvButton } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { CourseStudy } from '../course/course-study';
import { LearningClient } from '../learning-client';
import { EndSeen } from './end-seen';
import { LessonText } from './lesson-text';

/** A reading. It is complete when its end was on the screen for a few seconds, or when the reader says so. */
@Component({
  selector: 'haven-reading-lesson',
  imports: [LessonText, EndSeen, HvButton],
  template: `
    <haven-lesson-text [body]="lesson().body" />
    <div class="lesson-end" [endSeen]="lesson().slug" (seen)="markRead()">
      @if (!complete()) {
        @if (waiting()) {
          <p role="status">{{ i18n.t('learning.lesson.readWaiting') }}</p>
        } @else {
          <p class="small">{{ i18n.t('learning.lesson.readRule') }}</p>
          <button hvButton type="button" (click)="markRead()">{{ i18n.t('learning.lesson.markRead') }}</button>
        }
      }
    </div>
  `,
})
export class ReadingLesson {
  readonly course = input.required<string>();
  readonly lesson = input.required<LessonDetail>();
  protected readonly i18n = inject(I18n);
  private readonly study = inject(CourseStudy);
  private readonly client = inject(LearningClient);

  protected readonly complete = computed(() => !!this.study.of(this.lesson().slug)?.completedAt);
  protected readonly waiting = computed(() => this.client.readWaiting(this.course(), this.lesson().slug));

  protected markRead(): void {
    if (!this.complete()) this.client.markRead(this.course(), this.lesson().slug);
  }
}
