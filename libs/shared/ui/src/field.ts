import { Component, computed, contentChild, Directive, HostAttributeToken, inject, input } from '@angular/core';
import { HvIcon } from './icon';
import { Ids } from './ids';

/**
 * Marks the native control of an `hv-field`, which names and describes it. Its own `id` is kept where it has one: give it one where an
 * error summary must lead to it.
 */
@Directive({
  selector: '[hvControl]',
  host: {
    class: 'control',
    '[id]': 'id',
    '[attr.aria-describedby]': 'field?.describedBy() || null',
    '[attr.aria-invalid]': 'field?.errors()?.length ? true : null',
  },
})
export class HvControl {
  readonly id = inject(new HostAttributeToken('id'), { optional: true }) ?? inject(Ids).next('control');
  protected readonly field: HvField | null = inject(HvField, { optional: true });
}

/** A control with its label, hint and errors, wired together. `optional` is the word for it, such as "(optional)". */
@Component({
  selector: 'hv-field',
  imports: [HvIcon],
  host: { class: 'field', '[class.field-bad]': 'errors().length > 0' },
  template: `
    <label class="label" [attr.for]="id()">
      {{ label() }}
      @if (optional(); as word) {
        <span class="label-optional">{{ word }}</span>
      }
    </label>
    @if (hint()) {
      <p class="hint" [id]="id() + '-hint'">{{ hint() }}</p>
    }
    @if (errors().length) {
      <div class="field-errors" [id]="id() + '-errors'">
        @for (error of errors(); track error) {
          <p class="field-error"><hv-icon name="alert" />{{ error }}</p>
        }
      </div>
    }
    <ng-content />
  `,
})
export class HvField {
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly errors = input<readonly string[]>([]);
  readonly optional = input('');

  private readonly control = contentChild(HvControl);
  protected readonly id = computed(() => this.control()?.id ?? '');
  readonly describedBy = computed(() =>
    [this.hint() && `${this.id()}-hint`, this.errors().length && `${this.id()}-errors`].filter(Boolean).join(' '),
  );
}
