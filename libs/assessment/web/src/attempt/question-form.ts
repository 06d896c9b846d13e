import { Component, inject, input, output } from '@angular/core';
import { type QuestionFace } from '@haven/assessment/contract';
import { I18n } from '@haven/shared/web';

/** One question with its native radios or checkboxes. The legend is the heading of the page. Each choice is told at once. */
@Component({
  selector: 'haven-question-form',
  template: `
    <fieldset class="question" [attr.aria-describedby]="question().id + '-hint'">
      <legend>
        <h1 [attr.lang]="i18n.lang(question().prompt)">{{ i18n.text(question().prompt) }}</h1>
      </legend>
      <p class="small" [id]="question().id + '-hint'">
        {{ i18n.t('assessment.question.' + (single() ? 'choose' : 'chooseAll')) }}
      </p>
      @for (option of question().options; track question().id + option.id) {
        <label class="option">
          <input
            [type]="single() ? 'radio' : 'checkbox'"
            [name]="question().id"
            [value]="option.id"
            [checked]="chosen().includes(option.id)"
            (change)="choose.emit(option.id)"
          />
          <span [attr.lang]="i18n.lang(option.text)">{{ i18n.text(option.text) }}</span>
        </label>
      }
    </fieldset>
  `,
})
export class QuestionForm {
  readonly question = input.required<QuestionFace>();
  readonly chosen = input.required<readonly string[]>();
  readonly choose = output<string>();

  protected readonly i18n = inject(I18n);
  protected readonly single = () => this.question().kind === 'single';
}
