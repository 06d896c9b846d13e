import { Component, inject } from '@angular/core';
import { I18n } from '@haven/shared/web';
import { type FaceOf } from './answer-part';
import { TypedPart } from './typed-part';

/** Each row with a native list of what may belong to it. */
@Component({
  selector: 'haven-matching-part',
  template: `
    <ul class="match">
      @for (row of question().rows; track row.id) {
        <li>
          <label class="label" [for]="question().id + row.id" [attr.lang]="i18n.lang(row.text)">{{
            i18n.text(row.text)
          }}</label>
          <select class="control" [id]="question().id + row.id" (change)="choose(row.id, $event)">
            <option value="" [selected]="!field(row.id)">{{ i18n.t('assessment.question.pick') }}</option>
            @for (target of question().targets; track target.id) {
              <option [value]="target.id" [selected]="field(row.id) === target.id" [attr.lang]="i18n.lang(target.text)">
                {{ i18n.text(target.text) }}
              </option>
            }
          </select>
        </li>
      }
    </ul>
  `,
})
export class MatchingPart extends TypedPart<FaceOf<'matching'>> {
  protected readonly i18n = inject(I18n);
}
