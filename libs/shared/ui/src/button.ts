import { computed, Directive, input } from '@angular/core';

export type ButtonKind = 'primary' | 'quiet' | 'danger' | '';

/** The look of a button on a native `<button>` or `<a>`. Bare `hvButton` is `primary`: one of those on a screen. */
@Directive({ selector: 'button[hvButton], a[hvButton]', host: { '[class]': 'classes()' } })
export class HvButton {
  readonly hvButton = input<ButtonKind>('');
  protected readonly classes = computed(() => `button button-${this.hvButton() || 'primary'}`);
}
