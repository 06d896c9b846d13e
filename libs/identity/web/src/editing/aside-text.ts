import { Component, inject, input, output } from '@angular/core';
import { I18n } from '@haven/shared/web';
import { HvButton, HvNotice } from '@haven/shared/ui';
import { type TextPart } from './conflict-choice';

/** The text that lost a conflict, to copy from. */
@Component({
  selector: 'haven-aside-text',
  imports: [HvButton, HvNotice],
  template: `
    <hv-notice>
      <h2 class="notice-title">{{ i18n.t('editing.aside.heading') }}</h2>
      <p>{{ i18n.t('editing.aside.body') }}</p>
      @for (part of parts(); track part.label) {
        <h3>{{ part.label }}</h3>
        <p class="kept-text" [attr.lang]="part.lang">{{ part.text || i18n.t('editing.conflict.empty') }}</p>
      }
      <p>
        <button hvButton="quiet" type="button" (click)="done.emit()">{{ i18n.t('editing.aside.done') }}</button>
      </p>
    </hv-notice>
  `,
})
export class AsideText {
  readonly parts = input.required<readonly TextPart[]>();
  readonly done = output();
  protected readonly i18n = inject(I18n);
}
