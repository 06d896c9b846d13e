import { Component, inject, model } from '@angular/core';
import { type ForCompleted, forCompleted } from '@haven/catalog/contract';
import { I18n } from '@haven/shared/web';

/** What becomes of those who completed the course already. */
@Component({
  selector: 'haven-completed-field',
  host: { class: 'release-part stack' },
  template: `
    <fieldset class="plain-set">
      <legend class="label">{{ i18n.t('releases.completed.legend') }}</legend>
      <p class="hint">{{ i18n.t('releases.completed.hint') }}</p>
      @for (one of choices; track one) {
        <label class="check">
          <input type="radio" name="completed" [checked]="completed() === one" (change)="completed.set(one)" />
          <span>{{ i18n.t('releases.completed.' + one) }}</span>
        </label>
      }
    </fieldset>
  `,
})
export class CompletedField {
  readonly completed = model.required<ForCompleted>();
  protected readonly i18n = inject(I18n);
  protected readonly choices = forCompleted;
}
