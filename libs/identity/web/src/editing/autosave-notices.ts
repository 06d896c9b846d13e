import { Component, inject, input } from '@angular/core';
import { type FieldError, HvErrorSummary } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { AsideText } from './aside-text';
import { type Autosaved } from './autosaved';
import { ConflictChoice } from './conflict-choice';

/** What stands above a form that is saved by itself: what is wrong, the choice between two texts, and the one that was not chosen. */
@Component({
  selector: 'haven-autosave-notices',
  imports: [AsideText, ConflictChoice, HvErrorSummary],
  host: { class: 'autosave-notices' },
  template: `
    @if (errors().length) {
      <hv-error-summary [heading]="i18n.t('editing.errors.heading')" [errors]="errors()" />
    }
    @if (of().text().phase() === 'conflict') {
      <haven-conflict-choice
        [mine]="of().mine()"
        [theirs]="of().theirs()"
        (keep)="of().text().keepMine()"
        (take)="of().takeTheirs()"
      />
    }
    @if (of().aside().length) {
      <haven-aside-text [parts]="of().aside()" (done)="of().text().aside.set(null)" />
    }
  `,
})
export class AutosaveNotices<T> {
  readonly of = input.required<Autosaved<T>>();
  readonly errors = input.required<readonly FieldError[]>();
  protected readonly i18n = inject(I18n);
}
