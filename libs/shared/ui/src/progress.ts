import { Component, input } from '@angular/core';

/** How far something is. `label` names it for those who do not see the bar; say the figures in words beside it. */
@Component({
  selector: 'hv-progress',
  host: { class: 'progress' },
  template: `<progress [value]="value()" [max]="max()" [attr.aria-label]="label()"></progress>`,
})
export class HvProgress {
  readonly value = input.required<number>();
  readonly max = input.required<number>();
  readonly label = input.required<string>();
}
