import { NgComponentOutlet } from '@angular/common';
import { Component, effect, inject, input, untracked } from '@angular/core';
import { type QuestionFace } from '@haven/assessment/contract';
import { type Answer } from '@haven/assessment/contract/plain';
import { HvLoadError, HvSkeleton } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { PartLoader } from './parts/part-loader';

/** One question of any type. The legend is the heading of the page. Each answer is told at once. */
@Component({
  selector: 'haven-question-form',
  imports: [HvLoadError, HvSkeleton, NgComponentOutlet],
  template: `
    @for (question of [question()]; track question.id) {
      <fieldset class="question" [attr.aria-describedby]="question.id + '-hint'">
        <legend>
          @if (level() === 1) {
            <h1 [attr.lang]="i18n.lang(question.prompt)">{{ i18n.text(question.prompt) }}</h1>
          } @else {
            <h3 [attr.lang]="i18n.lang(question.prompt)">{{ i18n.text(question.prompt) }}</h3>
          }
        </legend>
        <p class="small" [id]="question.id + '-hint'">{{ i18n.t('assessment.hint.' + question.kind) }}</p>
        @if (loader.part(question.kind); as part) {
          <ng-container *ngComponentOutlet="part; inputs: { question, answer: answer(), give: giver(question) }" />
        } @else if (loader.failed(question.kind)) {
          <hv-load-error
            [level]="2"
            [heading]="i18n.t('assessment.question.failed')"
            [message]="i18n.t('assessment.question.failedHow')"
            [retryLabel]="i18n.t('assessment.question.retry')"
            (retry)="loader.load([question.kind])"
          />
        } @else {
          <hv-skeleton [lines]="4" [label]="i18n.t('assessment.question.loading')" />
        }
      </fieldset>
    }
  `,
})
export class QuestionForm {
  readonly question = input.required<QuestionFace>();
  readonly answer = input.required<Answer>();
  /** Takes each answer. A function and not an output: what was typed last is told while the page is already going away. */
  readonly give = input.required<(question: QuestionFace, answer: Answer) => void>();
  /** The heading's: the page's own, or that of a preview. */
  readonly level = input<1 | 3>(1);

  protected readonly i18n = inject(I18n);
  protected readonly loader = inject(PartLoader);
  private readonly givers = new WeakMap<QuestionFace, (answer: Answer) => void>();

  constructor() {
    effect(() => {
      const { kind } = this.question();
      untracked(() => void this.loader.load([kind]));
    });
  }

  /** The same function for the same question, so that its part is not told of a change at every turn. */
  protected giver(question: QuestionFace): (answer: Answer) => void {
    const known = this.givers.get(question);
    if (known) return known;
    const giver = (answer: Answer) => this.give()(question, answer);
    this.givers.set(question, giver);
    return giver;
  }
}
