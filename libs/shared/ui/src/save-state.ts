import { Component, input } from '@angular/core';

export type SaveState = 'saved' | 'sending' | 'device' | 'page' | 'failed';

/** Where what the reader did is now: kept in this page, kept on this device, sent, saved. The words say it; the dot repeats it. */
@Component({
  selector: 'hv-save-state',
  host: { '[class]': '"save-state save-state-" + state()' },
  template: `<span class="save-state-dot" aria-hidden="true"></span>{{ label() }}`,
})
export class HvSaveState {
  readonly state = input.required<SaveState>();
  readonly label = input.required<string>();
}
