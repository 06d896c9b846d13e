import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { isBlank } from '@haven/assessment/contract/plain';
import { QuizIntro, QuizPlace, TimeCodeEntry } from '@haven/assessment/web/start';
import { type LessonDetail } from '@haven/catalog/contract';
import { HvButton, HvNotice } from '@haven/shared/ui';
import { I18n, readAgain } from '@haven/shared/web';
import { CourseStudy } from '../course/course-study';
import { LearningClient } from '../learning-client';
import { LessonText } from './lesson-text';
import { QuizStart, startRefusal } from './quiz-start';

/** The start page of a quiz: its rules, how it went before, and one button. An attempt that is open is gone on with. */
@Component({
  selector: 'haven-quiz-lesson',
  imports: [RouterLink, QuizIntro, QuizPlace, TimeCodeEntry, LessonText, HvButton, HvNotice],
  host: { class: 'stack' },
  template: `
    <haven-lesson-text [body]="lesson().body" />
    @if (lesson().quiz; as quiz) {
      <h2>{{ i18n.t('learning.lesson.rules') }}</h2>
      <haven-quiz-intro [quiz]="quiz" [minutes]="standing()?.minutes ?? null" />
      @if (standing(); as standing) {
        <haven-quiz-place [quiz]="quiz" [standing]="standing" [link]="result" />
        @if (quiz.timeLimit && mayStart()) {
          <haven-time-code (used)="again()" />
        }
      }
      @if (study.apart()) {
        <hv-notice tone="warn">
          <p>{{ i18n.t('learning.downloads.' + (quiz.practice ? 'noLinePractice' : 'noLine')) }}</p>
        </hv-notice>
      }
      @if (failed()) {
        <hv-notice tone="bad" role="alert">
          <p>
            <strong>{{ i18n.t('learning.lesson.startFailed') }}.</strong> {{ i18n.t(why()) }}
          </p>
        </hv-notice>
      }
      <p class="page-act">
        @if (mayStart()) {
          <button type="button" [hvButton]="passed() ? 'quiet' : 'primary'" (click)="start()">
            {{ i18n.t('learning.lesson.' + word()) }}
          </button>
        }
        @if (passed(); as attempt) {
          <a [routerLink]="study.path(lesson().slug, '/attempt/' + attempt + '/result')">{{
            i18n.t('learning.lesson.seeResult')
          }}</a>
        }
      </p>
    }
  `,
})
export class QuizLesson {
  readonly course = input.required<string>();
  readonly lesson = input.required<LessonDetail>();
  protected readonly i18n = inject(I18n);
  protected readonly study = inject(CourseStudy);
  private readonly begin = inject(QuizStart);
  private readonly router = inject(Router);

  private readonly told = inject(LearningClient).standing(() =>
    this.study.progress() ? { course: this.course(), lesson: this.lesson().slug } : undefined,
  );
  protected readonly standing = computed(() => (this.told.hasValue() ? this.told.value() : null));
  /** Whether there is anything to start. When it is only too soon, the button says so: the clock of this device may be wrong. */
  protected readonly mayStart = computed(() => {
    const standing = this.standing();
    return standing?.left !== 0 || standing.attempts.some(({ submittedAt }) => submittedAt === null);
  });
  protected readonly result = (attempt: string) => this.study.path(this.lesson().slug, `/attempt/${attempt}/result`);
  protected readonly failed = signal(false);
  protected readonly why = signal('');
  private readonly starting = signal(false);
  private readonly progress = computed(() => this.study.of(this.lesson().slug));
  /** The attempt that passed. */
  protected readonly passed = computed(() => {
    const evidence = this.progress()?.evidence;
    return evidence?.kind === 'pass' ? evidence.attempt : null;
  });
  protected readonly word = computed(() => {
    const missing = this.progress()?.missing;
    if (missing?.kind === 'pass' && missing.openAttempt) return 'continue';
    return this.passed() ? 'tryAgain' : 'start';
  });

  protected again(): void {
    readAgain(this.told);
  }

  protected async start(): Promise<void> {
    if (this.starting()) return;
    this.starting.set(true);
    this.failed.set(false);
    try {
      const { slug, quiz } = this.lesson();
      const attempt = await this.begin.start(this.course(), slug, quiz ?? undefined, !!this.study.progress());
      const answered = new Set(attempt.responses.filter((r) => !isBlank(r.answer)).map((r) => r.question));
      const at = attempt.questions.findIndex((question) => !answered.has(question.id));
      const place = at < 0 ? 'check' : `q/${at + 1}`;
      await this.router.navigateByUrl(this.study.path(this.lesson().slug, `/attempt/${attempt.id}/${place}`));
    } catch (error) {
      this.why.set(startRefusal(error));
      this.failed.set(true);
    } finally {
      this.starting.set(false);
    }
  }
}
