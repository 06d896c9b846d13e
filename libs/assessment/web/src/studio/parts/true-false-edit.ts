import { Component } from '@angular/core';
import { truths } from '@haven/assessment/contract/plain';
import { EditPart } from './edit-part';

/** Whether the statement is true. */
@Component({
  selector: 'haven-true-false-edit',
  template: `
    <fieldset class="plain-set">
      <legend class="label">{{ t('truth') }}</legend>
      <div class="cluster">
        @for (truth of truths; track truth.id) {
          <label class="check">
            <input
              type="radio"
              name="truth"
              [checked]="body().truth === (truth.id === 'true')"
              (change)="change({ truth: truth.id === 'true' })"
            />
            {{ i18n.text(truth.text) }}
          </label>
        }
      </div>
    </fieldset>
  `,
})
export class TrueFalseEdit extends EditPart<'true-false'> {
  protected readonly truths = truths;
}
