import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CreditForm, GradingHistory, QuizStudioClient, RegradeForm } from '@haven/assessment/web/studio';
import { HvSkeleton } from '@haven/shared/ui';
import { I18n, pageTitle, readAgain } from '@haven/shared/web';
import { CourseNav } from './course-nav';
import { Trouble } from './trouble';

/** The grades of a quiz: by a corrected key, by hand, and all that was done to them. The question to begin with is in the address. */
@Component({
  selector: 'haven-grades-page',
  imports: [CourseNav, CreditForm, GradingHistory, HvSkeleton, RegradeForm, RouterLink, Trouble],
  host: { class: 'studio studio-course' },
  template: `
    @if (error(); as error) {
      <div class="wrap"><haven-trouble [error]="error" (retry)="again()" /></div>
    } @else {
      <haven-course-nav [course]="id()" />
      <div class="wrap stack stack-loose">
        <h1>{{ heading() }}</h1>
        <p>
          <a [routerLink]="i18n.path('/studio/courses/' + id() + '/questions/' + quiz())">{{
            i18n.t('studio.quiz.toQuestions')
          }}</a>
        </p>
        @if (draft.hasValue() && drawn.hasValue() && gradings.hasValue()) {
          <haven-regrade-form
            [quiz]="quiz()"
            [questions]="questions()"
            [question]="question()"
            (changed)="gradings.set($event)"
          />
          <haven-credit-form [quiz]="quiz()" (changed)="gradings.set($event)" />
          <haven-grading-history
            [quiz]="quiz()"
            [gradings]="gradings.value()"
            [questions]="questions()"
            (changed)="gradings.set($event)"
          />
        } @else {
          <hv-skeleton [lines]="10" [label]="i18n.t('studio.loading')" />
        }
      </div>
    }
  `,
})
export class GradesPage {
  readonly id = input.required<string>();
  readonly quiz = input.required<string>();
  readonly question = input<string>();

  protected readonly i18n = inject(I18n);
  private readonly client = inject(QuizStudioClient);
  protected readonly draft = this.client.quiz(this.quiz);
  protected readonly drawn = this.client.drawn(this.quiz);
  protected readonly gradings = this.client.gradings(this.quiz);
  protected readonly error = computed(() => this.draft.error() ?? this.drawn.error() ?? this.gradings.error());
  /** Those of the quiz, then those that it drew. */
  protected readonly questions = computed(() => [
    ...(this.draft.hasValue() ? this.draft.value().questions : []).map(({ id, content }) => ({
      id,
      prompt: content.prompt,
    })),
    ...(this.drawn.hasValue() ? this.drawn.value().questions : []),
  ]);
  protected readonly heading = computed(() =>
    this.draft.hasValue()
      ? this.i18n.t('studio.quiz.gradesOf', { title: this.i18n.text(this.draft.value().title) })
      : this.i18n.t('studio.quiz.grades'),
  );

  constructor() {
    pageTitle(() => this.heading());
  }

  protected again(): void {
    readAgain(this.draft);
    readAgain(this.drawn);
    readAgain(this.gradings);
  }
}
