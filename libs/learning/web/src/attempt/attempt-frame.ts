import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { AttemptRun } from '@haven/assessment/web';
import { TimeLeft } from '@haven/assessment/web/time';
import { HvBackLink, HvButton, HvEmpty, HvLoadError, HvNotice, HvSkeleton } from '@haven/shared/ui';
import { I18n, pageTitle, problemOf } from '@haven/shared/web';
import { CourseStudy } from '../course/course-study';
import { SavePill } from '../save-pill';

/** Holds one attempt for the pages under it: question, check and result. Somebody else's attempt is not found. */
@Component({
  selector: 'haven-attempt-frame',
  imports: [
    RouterOutlet,
    RouterLink,
    HvBackLink,
    HvButton,
    HvEmpty,
    HvLoadError,
    HvNotice,
    HvSkeleton,
    SavePill,
    TimeLeft,
  ],
  providers: [AttemptRun],
  host: { class: 'attempt page' },
  template: `
    <div class="attempt-tools">
      <hv-back-link [link]="study.path(lesson())">{{
        i18n.t(run.detail()?.result ? 'learning.attempt.back' : 'learning.attempt.leave')
      }}</hv-back-link>
      @if (deadline(); as deadline) {
        <haven-time-left [deadline]="deadline" [now]="run.now" (over)="end()" />
      }
      <haven-save-pill />
    </div>
    @if (over()) {
      <hv-notice tone="warn" role="alert">
        <p>
          <strong>{{ i18n.t('assessment.time.over') }}.</strong> {{ i18n.t('assessment.time.overHow') }}
          <a [routerLink]="study.path(lesson(), '/attempt/' + id() + '/check')">{{
            i18n.t('assessment.time.toCheck')
          }}</a>
        </p>
      </hv-notice>
    }
    @if (run.ready()) {
      <router-outlet />
    } @else if (unknown()) {
      <hv-empty [level]="1" [heading]="i18n.t('learning.lesson.notFoundAttempt')">
        <p>{{ i18n.t('learning.lesson.notFoundHow') }}</p>
        <p>
          <a hvButton [routerLink]="study.path(lesson())">{{ i18n.t('learning.attempt.back') }}</a>
        </p>
      </hv-empty>
    } @else if (run.attempt.error()) {
      <hv-load-error
        [level]="1"
        [heading]="i18n.t('learning.attempt.failed')"
        [message]="i18n.t('learning.lesson.failedHow')"
        [retryLabel]="i18n.t('learning.lesson.retry')"
        (retry)="run.attempt.reload()"
      />
    } @else {
      <hv-skeleton [lines]="6" [label]="i18n.t('learning.attempt.loading')" />
    }
  `,
})
export class AttemptFrame {
  readonly id = input.required<string>();
  readonly lesson = input.required<string>();
  protected readonly i18n = inject(I18n);
  protected readonly study = inject(CourseStudy);
  protected readonly run = inject(AttemptRun);
  // A malformed id is refused as invalid; for the reader it is the same as one that is not there.
  protected readonly unknown = computed(() =>
    ['not-found', 'invalid'].includes(problemOf(this.run.attempt.error())?.code ?? ''),
  );

  protected readonly deadline = computed(() => {
    const attempt = this.run.detail();
    return attempt && !attempt.result ? attempt.deadline : null;
  });
  /** Time is up and it is not handed in yet. */
  protected readonly over = signal(false);

  constructor() {
    effect(() => this.run.id.set(this.id()));
    pageTitle(() => (this.unknown() ? this.i18n.t('learning.lesson.notFoundAttempt') : null));
  }

  /** What is answered from now on does not count: it is handed in, and the pages show the result. */
  protected async end(): Promise<void> {
    this.over.set(true);
    if ((await this.run.submit()) !== 'done') return;
    this.over.set(false);
    await this.study.refresh();
  }
}
