import { Component, computed, input } from '@angular/core';
import { HvIcon } from './icon';

export type NoticeTone = 'info' | 'good' | 'warn' | 'bad';

/** A few words set apart from the text around them. The words carry the meaning; the colour only helps. */
@Component({
  selector: 'hv-notice',
  imports: [HvIcon],
  host: { '[class]': '"notice notice-" + tone()' },
  template: `<hv-icon [name]="icon()" />
    <div class="notice-body"><ng-content /></div>`,
})
export class HvNotice {
  readonly tone = input<NoticeTone>('info');
  protected readonly icon = computed(
    () => (({ info: 'info', good: 'check', warn: 'alert', bad: 'alert' }) as const)[this.tone()],
  );
}
