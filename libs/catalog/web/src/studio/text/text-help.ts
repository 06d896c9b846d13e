import { Component, inject } from '@angular/core';
import { I18n } from '@haven/shared/web';

/** What keys and signs do while a text is written. */
@Component({
  selector: 'haven-text-help',
  template: `
    <details class="disclosure text-help">
      <summary>{{ i18n.t('text.help') }}</summary>
      <p class="small">{{ i18n.t('text.paste') }}</p>
      <dl>
        @for (sign of signs; track sign) {
          <div>
            <dt>
              <code>{{ i18n.t('text.signs.' + sign) }}</code>
            </dt>
            <dd>{{ i18n.t('text.helps.' + sign) }}</dd>
          </div>
        }
      </dl>
    </details>
  `,
})
export class TextHelp {
  protected readonly i18n = inject(I18n);
  protected readonly signs = ['heading', 'list', 'quote', 'strong', 'em', 'link', 'leave', 'undo', 'tools'];
}
