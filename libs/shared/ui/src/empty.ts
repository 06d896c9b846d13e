import { Component, input } from '@angular/core';

/** Nothing here yet, and the way out: projected words and an action. `level` 1 where it is the whole page. */
@Component({
  selector: 'hv-empty',
  host: { class: 'empty' },
  template: `
    @if (level() === 1) {
      <h1>{{ heading() }}</h1>
    } @else {
      <h2>{{ heading() }}</h2>
    }
    <ng-content />
  `,
})
export class HvEmpty {
  readonly heading = input.required<string>();
  readonly level = input<1 | 2>(2);
}
