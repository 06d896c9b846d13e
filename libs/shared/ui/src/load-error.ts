import { Component, input, output } from '@angular/core';
import { HvButton } from './button';

/** Something could not be loaded: what, what to do, and a button to try again. `level` 1 where it is the whole page. */
@Component({
  selector: 'hv-load-error',
  imports: [HvButton],
  host: { class: 'load-error', role: 'group' },
  template: `
    @if (level() === 1) {
      <h1>{{ heading() }}</h1>
    } @else {
      <h2>{{ heading() }}</h2>
    }
    <p>{{ message() }}</p>
    <p>
      <button hvButton="quiet" type="button" (click)="retry.emit()">{{ retryLabel() }}</button>
    </p>
  `,
})
export class HvLoadError {
  readonly heading = input.required<string>();
  readonly message = input.required<string>();
  readonly retryLabel = input.required<string>();
  readonly level = input<1 | 2>(2);
  readonly retry = output();
}
