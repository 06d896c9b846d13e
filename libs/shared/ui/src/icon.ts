import { Component, computed, input } from '@angular/core';
import { type IconName } from './icon-names';

/** A drawing beside words, never instead of them: it is hidden from assistive technology. From the sprite `/icons.svg`. */
@Component({
  selector: 'hv-icon',
  host: { class: 'icon', 'aria-hidden': 'true' },
  template: `<svg viewBox="0 0 24 24" focusable="false"><use [attr.href]="href()" /></svg>`,
})
export class HvIcon {
  readonly name = input.required<IconName>();
  protected readonly href = computed(() => `/icons.svg#${this.name()}`);
}
