import { Component, computed, input } from '@angular/core';

/** The shape of text to come. It appears after 300 ms, so that a quick answer never flashes. `label` is what a screen reader hears. */
@Component({
  selector: 'hv-skeleton',
  host: { class: 'skeleton' },
  template: `
    @for (line of rows(); track line) {
      <span class="skeleton-line"></span>
    }
    <span class="visually-hidden">{{ label() }}</span>
  `,
})
export class HvSkeleton {
  readonly lines = input(3);
  readonly label = input('');
  protected readonly rows = computed(() => Array.from({ length: this.lines() }, (_, i) => i));
}
