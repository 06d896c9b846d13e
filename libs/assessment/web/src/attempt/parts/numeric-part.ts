import { Component, inject } from '@angular/core';
import { I18n } from '@haven/shared/web';
import { type FaceOf } from './answer-part';
import { TypedPart } from './typed-part';

/** A number, and its unit: chosen where there are several, said where there is one. */
@Component({
  selector: 'haven-numeric-part',
  template: `
    <div class="numeric">
      <div>
        <label class="label" [for]="question().id + '-value'">{{ i18n.t('assessment.question.number') }}</label>
        <input
          class="control"
          inputmode="decimal"
          autocomplete="off"
          maxlength="40"
          [id]="question().id + '-value'"
          [attr.aria-describedby]="question().units.length === 1 ? question().id + '-unit' : null"
          [value]="field('value')"
          (input)="type('value', $event)"
          (change)="keep()"
        />
      </div>
      @if (question().units.length > 1) {
        <div>
          <label class="label" [for]="question().id + '-unit'">{{ i18n.t('assessment.question.unit') }}</label>
          <select class="control" [id]="question().id + '-unit'" (change)="choose('unit', $event)">
            <option value="" [selected]="!field('unit')">{{ i18n.t('assessment.question.pick') }}</option>
            @for (unit of question().units; track unit.id) {
              <option [value]="unit.id" [selected]="field('unit') === unit.id">{{ i18n.text(unit.text) }}</option>
            }
          </select>
        </div>
      } @else if (question().units[0]; as unit) {
        <span [id]="question().id + '-unit'" [attr.lang]="i18n.lang(unit.text)">{{ i18n.text(unit.text) }}</span>
      }
    </div>
  `,
})
export class NumericPart extends TypedPart<FaceOf<'numeric'>> {
  protected readonly i18n = inject(I18n);
}
