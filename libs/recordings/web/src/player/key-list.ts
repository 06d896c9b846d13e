import { Component, inject, model } from '@angular/core';
import { HvDialog } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { keyList } from './keys';

/** What the keys do, under `?`. */
@Component({
  selector: 'haven-key-list',
  imports: [HvDialog],
  template: `
    <hv-dialog
      [heading]="i18n.t('recordings.keys.title')"
      [closeLabel]="i18n.t('recordings.player.close')"
      [(open)]="open"
    >
      <p>{{ i18n.t('recordings.keys.note') }}</p>
      <dl class="key-list">
        @for (line of keys; track line.word) {
          <div>
            <dt>
              @for (key of line.keys; track key) {
                <kbd>{{ key }}</kbd>
              }
              @if (line.space) {
                <kbd>{{ i18n.t('recordings.keys.space') }}</kbd>
              }
            </dt>
            <dd>{{ i18n.t('recordings.keys.' + line.word) }}</dd>
          </div>
        }
      </dl>
    </hv-dialog>
  `,
})
export class KeyList {
  readonly open = model(false);
  protected readonly i18n = inject(I18n);
  protected readonly keys = keyList;
}
