import { Component } from '@angular/core';
import { PathControl } from '@haven/identity/web/editing';
import { HvButton, HvControl, HvField, HvIcon } from '@haven/shared/ui';
import { freeId, nothing } from '../question-model';
import { changed, EditPart, without } from './edit-part';
import { TwoTexts } from './two-texts';

/** The rows, what may belong to them, and what does. */
@Component({
  selector: 'haven-matching-edit',
  imports: [HvButton, HvControl, HvField, HvIcon, PathControl, TwoTexts],
  template: `
    <fieldset class="plain-set">
      <legend class="label">{{ t('targets') }}</legend>
      <p class="hint">{{ t('targetsHint') }}</p>
      @for (error of at()('targets'); track error) {
        <p class="field-error"><hv-icon name="alert" />{{ error }}</p>
      }
      <ol class="rows">
        @for (target of body().targets; track target.id; let i = $index) {
          <li class="answer answer-plain">
            <haven-two-texts
              [label]="t('target', { n: i + 1 })"
              [path]="'targets.' + i + '.text'"
              [text]="target.text"
              [at]="at()"
              (written)="change({ targets: changed(body().targets, i, { text: $event }) })"
            />
            <button class="link-button" type="button" (click)="change({ targets: without(body().targets, i) })">
              {{ t('remove') }} <span class="visually-hidden">{{ t('target', { n: i + 1 }) }}</span>
            </button>
          </li>
        }
      </ol>
      <p>
        <button hvButton="quiet" type="button" (click)="addTarget()">{{ t('addTarget') }}</button>
      </p>
    </fieldset>
    <fieldset class="plain-set">
      <legend class="label">{{ t('rows') }}</legend>
      @for (error of at()('rows'); track error) {
        <p class="field-error"><hv-icon name="alert" />{{ error }}</p>
      }
      <ol class="rows">
        @for (row of body().rows; track row.id; let i = $index) {
          <li class="answer answer-plain">
            <div class="stack">
              <haven-two-texts
                [label]="t('row', { n: i + 1 })"
                [path]="'rows.' + i + '.text'"
                [text]="row.text"
                [at]="at()"
                (written)="change({ rows: changed(body().rows, i, { text: $event }) })"
              />
              <hv-field [label]="t('belongs', { n: i + 1 })" [errors]="at()('rows.' + i + '.target')">
                <select
                  hvControl
                  [havenPath]="'rows.' + i + '.target'"
                  (change)="change({ rows: changed(body().rows, i, { target: $any($event.target).value }) })"
                >
                  <option value="" [selected]="!row.target">{{ t('pick') }}</option>
                  @for (target of body().targets; track target.id; let n = $index) {
                    <option [value]="target.id" [selected]="row.target === target.id">
                      {{ target.text.en || t('target', { n: n + 1 }) }}
                    </option>
                  }
                </select>
              </hv-field>
            </div>
            <button class="link-button" type="button" (click)="change({ rows: without(body().rows, i) })">
              {{ t('remove') }} <span class="visually-hidden">{{ t('row', { n: i + 1 }) }}</span>
            </button>
          </li>
        }
      </ol>
      <p>
        <button hvButton="quiet" type="button" (click)="addRow()">{{ t('addRow') }}</button>
      </p>
    </fieldset>
  `,
})
export class MatchingEdit extends EditPart<'matching'> {
  protected readonly changed = changed;
  protected readonly without = without;

  protected addTarget(): void {
    const { rows, targets } = this.body();
    this.change({ targets: [...targets, { id: freeId([...rows, ...targets]), text: nothing() }] });
  }

  protected addRow(): void {
    const { rows, targets } = this.body();
    this.change({ rows: [...rows, { id: freeId([...rows, ...targets]), text: nothing(), target: '' }] });
  }
}
