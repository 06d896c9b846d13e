import { Component } from '@angular/core';
import { HvButton, HvIcon } from '@haven/shared/ui';
import { type PastedLine } from '../pasted';
import { freeId, nothing, unsorted } from '../question-model';
import { changed, EditPart, moved, without } from './edit-part';
import { PasteList } from './paste-list';
import { TwoTexts } from './two-texts';

/** The items in their right order. */
@Component({
  selector: 'haven-ordering-edit',
  imports: [HvButton, HvIcon, PasteList, TwoTexts],
  template: `
    <fieldset class="plain-set">
      <legend class="label">{{ t('items') }}</legend>
      <p class="hint">{{ t('itemsHint') }}</p>
      @for (error of at()('items'); track error) {
        <p class="field-error"><hv-icon name="alert" />{{ error }}</p>
      }
      <ol class="rows">
        @for (item of body().items; track item.id; let i = $index) {
          <li class="answer answer-plain">
            <haven-two-texts
              [label]="t('item', { n: i + 1 })"
              [path]="'items.' + i + '.text'"
              [text]="item.text"
              [at]="at()"
              (written)="change({ items: changed(body().items, i, { text: $event }) })"
            />
            <span class="cluster">
              <button class="link-button" type="button" [attr.aria-disabled]="$first" (click)="move(i, -1)">
                {{ t('up') }} <span class="visually-hidden">{{ t('item', { n: i + 1 }) }}</span>
              </button>
              <button class="link-button" type="button" [attr.aria-disabled]="$last" (click)="move(i, 1)">
                {{ t('down') }} <span class="visually-hidden">{{ t('item', { n: i + 1 }) }}</span>
              </button>
              <button class="link-button" type="button" (click)="set(without(body().items, i))">
                {{ t('remove') }} <span class="visually-hidden">{{ t('item', { n: i + 1 }) }}</span>
              </button>
            </span>
          </li>
        }
      </ol>
      <p>
        <button hvButton="quiet" type="button" (click)="add()">{{ t('addItem') }}</button>
      </p>
      <haven-paste-list (lines)="take($event)" />
    </fieldset>
  `,
})
export class OrderingEdit extends EditPart<'ordering'> {
  protected readonly changed = changed;
  protected readonly without = without;

  protected set(items: ReturnType<typeof this.body>['items']): void {
    this.change({ items: unsorted(items) });
  }

  protected add(): void {
    const { items } = this.body();
    this.set([...items, { id: freeId(items), text: nothing() }]);
  }

  protected move(index: number, by: -1 | 1): void {
    const { items } = this.body();
    if (items[index + by] === undefined) return;
    this.set(moved(items, index, by));
    this.say('movedTo', { n: index + 1 + by, all: items.length });
  }

  protected take(lines: readonly PastedLine[]): void {
    const items = this.body().items.filter(({ text }) => text.en.trim() || text.es.trim());
    for (const { text } of lines) items.push({ id: freeId(items), text });
    this.set(items);
    this.say('paste.taken', { n: lines.length });
  }
}
