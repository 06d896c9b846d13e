import { Component } from '@angular/core';
import { readNumber } from '@haven/assessment/contract/plain';
import { PathControl } from '@haven/identity/web/editing';
import { HvButton, HvControl, HvField } from '@haven/shared/ui';
import { freeId, nothing } from '../question-model';
import { changed, EditPart, without } from './edit-part';
import { TwoTexts } from './two-texts';

/** The right number, how far off it may be, and its units. */
@Component({
  selector: 'haven-numeric-edit',
  imports: [HvButton, HvControl, HvField, PathControl, TwoTexts],
  template: `
    <div class="two-languages">
      <hv-field [label]="t('value')" [errors]="at()('value')">
        <input
          hvControl
          inputmode="decimal"
          havenPath="value"
          [value]="shown(body().value)"
          (change)="change({ value: number($event) })"
        />
      </hv-field>
      <hv-field [label]="t('tolerance')" [hint]="t('toleranceHint')" [errors]="at()('tolerance')">
        <input
          hvControl
          inputmode="decimal"
          havenPath="tolerance"
          [value]="shown(body().tolerance)"
          (change)="change({ tolerance: number($event) })"
        />
      </hv-field>
    </div>
    <fieldset class="plain-set">
      <legend class="label">{{ t('units') }}</legend>
      <p class="hint">{{ t('unitsHint') }}</p>
      <ol class="rows">
        @for (unit of body().units; track unit.id; let i = $index) {
          <li class="answer answer-plain">
            <div class="stack">
              <haven-two-texts
                [label]="t('unit', { n: i + 1 })"
                [path]="'units.' + i + '.text'"
                [text]="unit.text"
                [at]="at()"
                [rows]="1"
                (written)="change({ units: changed(body().units, i, { text: $event }) })"
              />
              @if (i > 0) {
                <hv-field [label]="t('factor', { n: i + 1 })" [errors]="at()('units.' + i + '.factor')">
                  <input
                    hvControl
                    inputmode="decimal"
                    [havenPath]="'units.' + i + '.factor'"
                    [value]="shown(unit.factor)"
                    (change)="change({ units: changed(body().units, i, { factor: number($event) }) })"
                  />
                </hv-field>
              }
            </div>
            <button class="link-button" type="button" (click)="remove(i)">
              {{ t('remove') }} <span class="visually-hidden">{{ t('unit', { n: i + 1 }) }}</span>
            </button>
          </li>
        }
      </ol>
      <p>
        <button hvButton="quiet" type="button" (click)="add()">{{ t('addUnit') }}</button>
      </p>
    </fieldset>
  `,
})
export class NumericEdit extends EditPart<'numeric'> {
  protected readonly changed = changed;

  /** What was typed; where it is no number, the contract says so at the field. */
  protected number({ target }: Event): number {
    return readNumber((target as HTMLInputElement).value)[0] ?? Number.NaN;
  }

  /** As it is kept: what was no number is empty, and null after it was kept on the device. */
  protected shown(value: number | null): string {
    return value === null || Number.isNaN(value) ? '' : String(value);
  }

  protected add(): void {
    const { units } = this.body();
    this.change({ units: [...units, { id: freeId(units), text: nothing(), factor: 1 }] });
  }

  /** The first unit is the one that the value is in: its factor is 1. */
  protected remove(index: number): void {
    this.change({ units: changed(without(this.body().units, index), 0, { factor: 1 }) });
  }
}
