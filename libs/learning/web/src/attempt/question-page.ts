import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type QuestionFace } from '@haven/assessment/contract';
import { type Answer } from '@haven/assessment/contract/plain';
import { AttemptRun, QuestionForm } from '@haven/assessment/web';
import { HvButton, HvEmpty, HvIcon, HvProgress } from '@haven/shared/ui';
import { I18n, pageTitle } from '@haven/shared/web';
import { CourseStudy } from '../course/course-study';

/** One question of an attempt. What is chosen is kept at once; Continue only goes on. */
@Component({
  selector: 'haven-question-page',
  imports: [RouterLink, QuestionForm, HvButton, HvEmpty, HvIcon, HvProgress],
  template: `
    @if (question(); as question) {
      <p class="small question-count">
        {{ i18n.t('assessment.question.of', { at: i18n.number(at()), n: i18n.number(total()) }) }}
      </p>
      <hv-progress [value]="at()" [max]="total()" [label]="i18n.t('assessment.question.progress')" />
      <form (submit)="go($event)">
        <haven-question-form [question]="question" [answer]="run.answered(question.id)" [give]="give" />
        <div class="question-acts">
          <button hvButton type="submit">
            {{ i18n.t(at() === total() ? 'assessment.question.toCheck' : 'assessment.question.continue') }}
          </button>
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

  protected go(event: Event): void {
    event.preventDefault();
    void this.router.navigateByUrl(this.path(this.at() < this.total() ? `q/${this.at() + 1}` : 'check'));
  }
}
