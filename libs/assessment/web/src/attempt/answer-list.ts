import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type QuestionFace } from '@haven/assessment/contract';
import { type Answer, rulesOf } from '@haven/assessment/contract/plain';
import { type Text } from '@haven/shared/contract';
import { HvTag } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';

/** Every question with what is answered, each with a link to change it, or to see it where it is fixed. */
@Component({
  selector: 'haven-answer-list',
  imports: [RouterLink, HvTag],
  template: `
    <ol class="rows answer-list">
      @for (question of questions(); track question.id; let i = $index) {
        <li class="row" [attr.data-unanswered]="lines(question).length ? null : ''">
          <div>
            <p class="small">
              {{ i18n.t('assessment.check.number', { n: i + 1 }) }}
              @if (flags().has(question.id)) {
                <hv-tag tone="lamp">{{ i18n.t('assessment.check.flagged') }}</hv-tag>
              }
            </p>
            <p class="answer-prompt" [attr.lang]="i18n.lang(question.prompt)">{{ i18n.text(question.prompt) }}</p>
            @for (line of lines(question); track $index) {
              <p class="answer-line" [attr.lang]="i18n.lang(line)">{{ i18n.text(line) }}</p>
            } @empty {
              <p class="answer-none">{{ i18n.t('assessment.check.none') }}</p>
            }
          </div>
          @if (lines(question).length) {
            @let act = fixed().has(question.id) ? 'see' : 'change';
            <a
              [routerLink]="link()(i + 1)"
              [attr.aria-label]="i18n.t('assessment.check.' + act + 'Of', { n: i + 1 })"
              >{{ i18n.t('assessment.check.' + act) }}</a
            >
          } @else {
            <a [routerLink]="link()(i + 1)" [attr.aria-label]="i18n.t('assessment.check.answerOf', { n: i + 1 })">{{
              i18n.t('assessment.check.answer')
            }}</a>
          }
        </li>
      }
    </ol>
  `,
})
export class AnswerList {
  readonly questions = input.required<readonly QuestionFace[]>();
  readonly answered = input.required<(question: string) => Answer>();
  readonly flags = input.required<ReadonlySet<string>>();
  /** The questions whose answers cannot be changed any more. */
  readonly fixed = input<ReadonlyMap<string, unknown>>(new Map());
  readonly link = input.required<(n: number) => string>();
  protected readonly i18n = inject(I18n);

  protected lines(question: QuestionFace): Text[] {
    return rulesOf(question.kind).summarise(question, this.answered()(question.id));
  }
}
