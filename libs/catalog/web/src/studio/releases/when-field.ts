import { Component, computed, inject, input, model } from '@angular/core';
import { HvControl, HvField } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { instantOf, inWords, type When } from './when';

/** Now, or a day and a time, said back in words with the zone. */
@Component({
  selector: 'haven-when-field',
  imports: [HvControl, HvField],
  host: { class: 'release-part stack' },
  template: `
    <fieldset class="plain-set">
      <legend class="label">{{ i18n.t('releases.when.legend') }}</legend>
      @for (now of [true, false]; track now) {
        <label class="check">
          <input
            type="radio"
            [name]="prefix() + '-when'"
            [checked]="when().now === now"
            (change)="when.set({ ...when(), now })"
          />
          <span>{{ i18n.t(now ? 'releases.when.now' : 'releases.when.later') }}</span>
        </label>
      }
    </fieldset>
    @if (!when().now) {
      <div class="when-parts">
        <hv-field [label]="i18n.t('releases.when.date')" [errors]="errors()">
          <input
            hvControl
            id="when-date"
            type="date"
            [value]="when().date"
            (input)="when.set({ ...when(), date: $any($event.target).value })"
          />
        </hv-field>
        <hv-field [label]="i18n.t('releases.when.time')">
          <input
            hvControl
            type="time"
            [value]="when().time"
            (input)="when.set({ ...when(), time: $any($event.target).value })"
          />
        </hv-field>
      </div>
      <p class="hint" role="status">{{ said() }}</p>
    }
  `,
})
export class WhenField {
  readonly when = model.required<When>();
  readonly errors = input<readonly string[]>([]);
  /** Before the name of the choice: two of these may stand in one page. */
  readonly prefix = input('issue');

  protected readonly i18n = inject(I18n);
  protected readonly said = computed(() => {
    const at = instantOf(this.when());
    return at ? this.i18n.t('releases.when.from', { time: inWords(this.i18n, at) }) : '';
  });
}
