import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { AttemptRun } from '@haven/assessment/web';
import { GivenCredits, ResultList } from '@haven/assessment/web/review';
import { HvButton, HvNotice } from '@haven/shared/ui';
import { I18n, pageTitle } from '@haven/shared/web';
import { CourseStudy } from '../course/course-study';
import { evidenceLinks } from './evidence-links';
import { QuizStart, startRefusal } from '../lesson/quiz-start';

/** How an attempt went: passed or not, by how much, and each question with its why and the place to look again. */
@Component({
  selector: 'haven-result-page',
  imports: [RouterLink, GivenCredits, ResultList, HvButton, HvNotice],
  template: `
    @if (run.detail(); as attempt) {
      @if (attempt.result; as result) {
        <h1>{{ heading() }}</h1>
        <p class="lede">{{ score() }}</p>
        <p class="small">{{ i18n.t('assessment.result.on', { date: i18n.date(result.submittedAt) }) }}</p>
        @if (courseComplete() && study.detail(); as course) {
          <hv-notice tone="good">
            <p>
              <strong>{{ i18n.t('learning.news.course', { title: i18n.text(course.title) }) }}</strong>
              <a [routerLink]="study.path()">{{ i18n.t('learning.news.courseWhy') }}</a>
            </p>
          </hv-notice>
        }
        @if (failed()) {
          <hv-notice tone="bad" role="alert">
            <p>
              <strong>{{ i18n.t('learning.lesson.startFailed') }}.</strong>
              {{ i18n.t(why()) }}
            </p>
          </hv-notice>
        }
        <p class="page-act">
          @if (result.passed) {
            <a hvButton [routerLink]="next().path">{{ next().text }}</a>
          } @else {
            <button hvButton type="button" (click)="again()">{{ i18n.t('learning.attempt.tryAgain') }}</button>
            <a [routerLink]="study.path(lesson())">{{ i18n.t('learning.attempt.back') }}</a>
          }
        </p>
        @if (attempt.late.length) {
          <hv-notice tone="warn">
            <p>{{ i18n.n('assessment.result.late', attempt.late.length) }}</p>
          </hv-notice>
        }
        @if (result.questions.length) {
          <h2>{{ i18n.t('assessment.result.questions') }}</h2>
          <haven-result-list [attempt]="attempt" [result]="result" [evidence]="evidence" />
        } @else {
          <p>{{ i18n.t('assessment.result.hidden.' + attempt.quiz.feedback) }}</p>
        }
        @if (!practice()) {
          <haven-given-credits [attempt]="attempt" />
        }
      }
    }
  `,
})
export class ResultPage {
  readonly id = input.required<string>();
  readonly course = input.required<string>();
  readonly lesson = input.required<string>();
  protected readonly i18n = inject(I18n);
  protected readonly study = inject(CourseStudy);
  protected readonly run = inject(AttemptRun);
  private readonly begin = inject(QuizStart);
  private readonly router = inject(Router);

  protected readonly failed = signal(false);
  protected readonly why = signal('');
  private readonly result = computed(() => this.run.detail()?.result ?? null);
  protected readonly practice = computed(() => this.run.detail()?.quiz.needed === 0);
  protected readonly heading = computed(() => {
    const how = this.practice() ? 'practised' : this.result()?.passed ? 'passed' : 'notPassed';
    return this.i18n.t(`assessment.result.${how}`);
  });
  protected readonly score = computed(() => {
    const attempt = this.run.detail();
    return this.i18n.t(`assessment.result.${this.practice() ? 'practiceScore' : 'score'}`, {
      credit: this.i18n.number(Math.round((this.result()?.credit ?? 0) * 100) / 100),
      questions: this.i18n.number(attempt?.quiz.scored ?? attempt?.questions.length ?? 0),
      needed: this.i18n.number(attempt?.quiz.needed ?? 0),
    });
  });
  protected readonly courseComplete = computed(
    () => this.result()?.passed && !!this.study.progress()?.completedAt && !this.study.next(),
  );
  protected readonly next = computed(() => {
    const lesson = this.study.next() ?? this.study.around(this.lesson()).next;
    return lesson
      ? {
          path: this.study.path(lesson.slug),
          text: this.i18n.t('learning.course.next', { title: this.i18n.text(lesson.title) }),
        }
      : { path: this.study.path(), text: this.i18n.t('learning.lesson.toOutline') };
  });

  protected readonly evidence = evidenceLinks();

  constructor() {
    pageTitle(() => `${this.heading()}: ${this.i18n.t('learning.attempt.resultTitle')}`);
    // Somebody came to the result of an attempt that is not handed in yet.
    effect(() => {
      const attempt = this.run.detail();
      if (attempt && !attempt.result)
        void this.router.navigateByUrl(this.study.path(this.lesson(), `/attempt/${this.id()}/check`));
    });
  }

  protected async again(): Promise<void> {
    this.failed.set(false);
    try {
      const attempt = await this.begin.start(this.course(), this.lesson(), this.run.detail()?.quiz, true);
      await this.router.navigateByUrl(this.study.path(this.lesson(), `/attempt/${attempt.id}/q/1`));
    } catch (error) {
      this.why.set(startRefusal(error));
      this.failed.set(true);
    }
  }
}
