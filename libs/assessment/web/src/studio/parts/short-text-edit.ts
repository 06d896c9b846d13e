import { Component } from '@angular/core';
import { HvIcon } from '@haven/shared/ui';
import { AcceptedTexts, type Typed } from './accepted-texts';
import { EditPart } from './edit-part';

/** What is accepted of a text that is typed. */
@Component({
  selector: 'haven-short-text-edit',
  imports: [AcceptedTexts, HvIcon],
  template: `
    <fieldset class="plain-set">
      <legend class="label">{{ t('acceptedAll') }}</legend>
      @for (error of at()('accepted'); track error) {
        <p class="field-error"><hv-icon name="alert" />{{ error }}</p>
      }
      <haven-accepted-texts [typed]="body()" [at]="at()" [put]="set" />
    </fieldset>
  `,
})
export class ShortTextEdit extends EditPart<'short-text'> {
  protected readonly set = (part: Partial<Typed>): void => this.change(part);
}
