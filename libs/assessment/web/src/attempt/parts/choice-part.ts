import { Component, computed, inject } from '@angular/core';
import { picks, truths } from '@haven/assessment/contract/plain';
import { I18n } from '@haven/shared/web';
import { press } from '../answers';
import { AnswerPart, type FaceOf } from './answer-part';

/** Native radios where one option is right, checkboxes where several may be. */
@Component({
  selector: 'haven-choice-part',
  template: `
    @for (option of options(); track option.id) {
      <label class="option">
        <input
          [type]="several() ? 'checkbox' : 'radio'"
          [name]="question().id"
          [value]="option.id"
          [checked]="chosen().includes(option.id)"
          (change)="choose(option.id)"
        />
        <span [attr.lang]="i18n.lang(option.text)">{{ i18n.text(option.text) }}</span>
      </label>
    }
  `,
})
export class ChoicePart extends AnswerPart<FaceOf<'single' | 'multiple' | 'true-false'>> {
  protected readonly i18n = inject(I18n);
  protected readonly several = computed(() => this.question().kind === 'multiple');
  protected readonly chosen = computed(() => picks(this.answer()));
  protected readonly options = computed(() => {
    const question = this.question();
    return question.kind === 'true-false' ? truths : question.options;
  });

  protected choose(option: string): void {
    this.give()(press(this.several(), this.chosen(), option));
  }
}
