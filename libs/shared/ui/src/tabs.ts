import { Component, contentChildren, ElementRef, inject, input, model, viewChildren } from '@angular/core';
import { Ids } from './ids';

/** One tab and its panel. All panels are there; the hidden ones keep their state. `key` names it, as in an address. */
@Component({
  selector: 'hv-tab',
  host: {
    class: 'tab-panel',
    role: 'tabpanel',
    tabindex: '0',
    '[id]': 'id',
    '[attr.aria-labelledby]': 'id + "-tab"',
    '[hidden]': 'tabs.current() !== key()',
  },
  template: `<ng-content />`,
})
export class HvTab {
  readonly key = input.required<string>();
  readonly label = input.required<string>();
  readonly id = inject(Ids).next('tab');
  protected readonly tabs: HvTabs = inject(HvTabs);
}

/** Panels of which one shows. Arrow keys, Home and End move between the tabs; `selected` is the key, empty for the first. */
@Component({
  selector: 'hv-tabs',
  host: { class: 'tabs' },
  template: `
    <div class="tab-list" role="tablist" [attr.aria-label]="label()">
      @for (tab of tabs(); track tab.id) {
        <button
          #button
          class="tab"
          type="button"
          role="tab"
          [id]="tab.id + '-tab'"
          [attr.aria-controls]="tab.id"
          [attr.aria-selected]="current() === tab.key()"
          [tabindex]="current() === tab.key() ? 0 : -1"
          (click)="selected.set(tab.key())"
          (keydown)="move($event)"
        >
          {{ tab.label() }}
        </button>
      }
    </div>
    <ng-content />
  `,
})
export class HvTabs {
  readonly label = input.required<string>();
  readonly selected = model('');

  protected readonly tabs = contentChildren(HvTab);
  private readonly buttons = viewChildren<ElementRef<HTMLButtonElement>>('button');

  /** The key of the panel that shows. */
  current(): string {
    const keys = this.tabs().map((tab) => tab.key());
    return keys.includes(this.selected()) ? this.selected() : (keys[0] ?? '');
  }

  protected move(event: KeyboardEvent): void {
    const keys = this.tabs().map((tab) => tab.key());
    const at = keys.indexOf(this.current());
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: keys.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + keys.length) % keys.length;
    this.selected.set(keys[next] ?? '');
    this.buttons()[next]?.nativeElement.focus();
  }
}
