import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { type QuestionContent, type QuestionFace } from '@haven/assessment/contract';
import { type Answer, grade, isBlank, rulesOf, toNumber } from '@haven/assessment/contract/plain';
import { QuestionForm } from '../attempt/question-form';
import { I18n } from '@haven/shared/web';

const NOBODY = '00000000-0000-7000-8000-000000000000';

/** The question as a learner meets it, to be tried. Nothing of it is kept. */
@Component({
  selector: 'haven-question-preview',
  imports: [QuestionForm],
  host: { class: 'edit-part' },
  template: `
    <details class="question-preview">
      <summary>{{ i18n.t('editing.question.preview.open') }}</summary>
      @if (face(); as face) {
        <haven-question-form [question]="face" [answer]="answer()" [give]="give" [level]="3" />
        <p role="status">{{ verdict() }}</p>
      } @else {
        <p>{{ i18n.t('editing.question.preview.notYet') }}</p>
      }
    </details>
  `,
})
export class QuestionPreview {
  readonly content = input.required<QuestionContent | null>();
  protected readonly i18n = inject(I18n);

  protected readonly face = computed(() => {
    const content = this.content();
    return content && rulesOf(content.kind).face(content, { question: NOBODY, seed: 1, shuffle: true });
  });
  protected readonly answer = linkedSignal<QuestionFace | null, Answer>({ source: this.face, computation: () => [] });
  protected readonly give = (_: QuestionFace, answer: Answer): void => this.answer.set(answer);

  protected readonly verdict = computed(() => {
    const content = this.content();
    if (!content || isBlank(this.answer())) return '';
    const credit = grade(content, this.answer());
    if (!credit) return this.i18n.t('editing.question.preview.unscored');
    return this.i18n.t('editing.question.preview.credit', {
      percent: this.i18n.number(Math.round(toNumber(credit) * 100)),
    });
  });
}
