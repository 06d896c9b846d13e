import { Component, computed, input } from '@angular/core';
import { drawing } from './drawing';

/** The drawn cover of a course, the same for the same seed everywhere. Give it the course's slug. */
@Component({
  selector: 'hv-cover',
  host: { class: 'cover', 'aria-hidden': 'true' },
  template: `
    <svg viewBox="0 0 160 100" preserveAspectRatio="xMidYMid slice">
      @for (shape of shapes(); track $index) {
        <path [attr.d]="shape.d" [attr.fill]="shape.fill" />
      }
    </svg>
  `,
})
export class HvCover {
  readonly seed = input.required<string>();
  protected readonly shapes = computed(() => drawing(this.seed()));
}
