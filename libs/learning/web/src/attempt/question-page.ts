import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type QuestionFace } from '@haven/assessment/contract';
import { type Answer, isBlank } from '@haven/assessment/contract/answer';
import { AttemptRun, QuestionForm } from '@haven/assessment/web';
import { HvButton, HvEmpty, HvIcon, HvNotice, HvProgress, HvSkeleton } from '@haven/shared/ui';
import { I18n, pageTitle } from '@haven/shared/web';
import { CourseStudy } from '../course/course-study';
import { ConfirmedAnswer } from './confirmed-answer';

/**
 * One question of an attempt. What is chosen is kept at once; Continue only goes on. Where the quiz shows what is right after each question,
 * an answer is confirmed first.
 */
@Component({
  selector: 'haven-question-page',
  imports: [RouterLink, ConfirmedAnswer, QuestionForm, HvButton, HvEmpty, HvIcon, HvNotice, HvProgress, HvSkeleton],
  template: `
    @if (question(); as question) {
      <p class="small question-count">
        {{ i18n.t('assessment.question.of', { at: i18n.number(at()), n: i18n.number(total()) }) }}
      </p>
      <hv-progress [value]="at()" [max]="total()" [label]="i18n.t('assessment.question.progress')" />
      <form (submit)="go($event)">
        @if (run.confirmed().get(question.id); as result) {
          @defer (on immediate) {
            @if (run.detail(); as attempt) {
              <haven-confirmed-answer
                [attempt]="attempt"
                [question]="question"
                [result]="result"
                [n]="at()"
                [fresh]="fresh() === question.id"
              />
            }
          } @placeholder {
            <hv-skeleton [lines]="6" [label]="i18n.t('assessment.question.loading')" />
          } @error {
            <p>{{ i18n.t('assessment.question.failedHow') }}</p>
          }
        } @else {
          <haven-question-form [question]="question" [answer]="run.answered(question.id)" [give]="give" />
        }
        @if (problem(); as problem) {
          <hv-notice tone="warn" role="alert">
            <p>{{ i18n.t('assessment.question.notConfirmed.' + problem) }}</p>
          </hv-notice>
        }
        <div class="question-acts">
          <button hvButton type="submit" [attr.aria-busy]="busy()">{{ i18n.t('assessment.question.' + act()) }}</button>
          @if (confirmable() && at() < total()) {
            <a [routerLink]="path('q/' + (at() + 1))">{{ i18n.t('assessment.question.later') }}</a>
          }
          @if (at() > 1) {
            <a [routerLink]="path('q/' + (at() - 1))">{{ i18n.t('assessment.question.back') }}</a>
          }
          <button
            class="link-button"
            type="button"
            [attr.aria-pressed]="run.flags().has(question.id)"
            (click)="run.toggleFlag(question.id)"
          >
            <hv-icon name="flag" />{{
              i18n.t(run.flags().has(question.id) ? 'assessment.question.flagged' : 'assessment.question.flag')
            }}
          </button>
          @if (at() < total()) {
            <a [routerLink]="path('check')">{{ i18n.t('assessment.question.toCheck') }}</a>
          }
        </div>
      </form>
      <p class="small">
        {{
          i18n.t('assessment.question.' + (need() ? 'need' : 'practice'), {
            needed: i18n.number(need()),
            questions: i18n.number(scored()),
          })
        }}
      </p>
    } @else {
      <hv-empty [level]="1" [heading]="i18n.t('learning.attempt.questionMissing')">
        <p>
          <a hvButton [routerLink]="path('check')">{{ i18n.t('assessment.check.title') }}</a>
        </p>
      </hv-empty>
    }
  `,
})
export class QuestionPage {
  readonly id = input.required<string>();
  readonly lesson = input.required<string>();
  readonly n = input.required<string>();
  protected readonly i18n = inject(I18n);
  protected readonly run = inject(AttemptRun);
  private readonly study = inject(CourseStudy);
  private readonly router = inject(Router);

  protected readonly at = computed(() => Number(this.n()));
  protected readonly total = computed(() => this.run.questions().length);
  protected readonly need = computed(() => this.run.detail()?.quiz.needed ?? 0);
  protected readonly scored = computed(() => this.run.detail()?.quiz.scored ?? this.total());
  protected readonly question = computed(() => this.run.questions()[this.at() - 1] ?? null);

  /** The answer can be confirmed: the quiz shows then what is right, and it is not shown yet. */
  protected readonly confirmable = computed(() => {
    const question = this.question();
    if (!question || this.run.detail()?.quiz.feedback !== 'each' || this.run.confirmed().has(question.id)) return false;
    return !isBlank(this.run.answered(question.id));
  });
  protected readonly busy = signal(false);
  /** The question that was confirmed on this page last. */
  protected readonly fresh = signal<string | null>(null);
  protected readonly problem = linkedSignal<string, 'waiting' | 'refused' | null>({
    source: this.n,
    computation: () => null,
  });
  protected readonly act = computed(() => {
    if (this.confirmable()) return this.busy() ? 'confirming' : 'confirm';
    return this.at() === this.total() ? 'toCheck' : 'continue';
  });

  constructor() {
    pageTitle(() => this.i18n.t('assessment.question.of', { at: this.at(), n: this.total() }));
    // What is handed in is not answered any more: the result is what there is to see.
    effect(() => {
      if (this.run.detail()?.result) void this.router.navigateByUrl(this.path('result'), { replaceUrl: true });
    });
  }

  protected readonly give = (question: QuestionFace, answer: Answer): void => this.run.answer(question, answer);

  protected path(place: string): string {
    return this.study.path(this.lesson(), `/attempt/${this.id()}/${place}`);
  }

  protected async go(event: Event): Promise<void> {
    event.preventDefault();
    const question = this.question();
    if (question && this.confirmable()) await this.confirm(question);
    else await this.router.navigateByUrl(this.path(this.at() < this.total() ? `q/${this.at() + 1}` : 'check'));
  }

  private async confirm({ id }: QuestionFace): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    const outcome = await this.run.confirm(id);
    if (outcome === 'done') this.fresh.set(id);
    else this.problem.set(outcome === 'refused' ? 'refused' : 'waiting');
    this.busy.set(false);
  }
}
