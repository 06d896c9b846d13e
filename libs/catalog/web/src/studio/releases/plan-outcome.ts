import { Component, computed, inject, input } from '@angular/core';
import { type ReleaseCard } from '@haven/catalog/contract';
import { I18n } from '@haven/shared/web';

/** What becomes of what is planned when something else is published, said before it is. */
@Component({
  selector: 'haven-plan-outcome',
  template: `
    @if (words(); as words) {
      <p class="measure">{{ words }}</p>
    }
  `,
})
export class PlanOutcome {
  readonly planned = input.required<readonly ReleaseCard[]>();

  private readonly i18n = inject(I18n);
  protected readonly words = computed(() => {
    const planned = this.planned();
    const numbers = planned.map(({ number }) => this.i18n.number(number)).join(', ');
    return planned.length ? this.i18n.n('releases.planned.outcome', planned.length, { numbers }) : '';
  });
}
