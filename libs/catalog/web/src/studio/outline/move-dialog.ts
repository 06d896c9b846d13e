import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { I18n } from '@haven/shared/web';
import { HvButton, HvControl, HvDialog, HvField } from '@haven/shared/ui';
import { OutlineWork } from './outline-work';

/** Where a row is to go, chosen from what there is: a module, and the place in it. */
@Component({
  selector: 'haven-move-dialog',
  imports: [HvButton, HvControl, HvDialog, HvField],
  template: `
    <hv-dialog
      [heading]="heading()"
      [closeLabel]="i18n.t('studio.outline.cancel')"
      [open]="row() !== null"
      (openChange)="$event || close()"
    >
      <form class="stack" (submit)="$event.preventDefault(); move()">
        @if (row()?.kind === 'lesson') {
          <hv-field [label]="i18n.t('studio.publish.what.module')">
            <select #home hvControl (change)="choose(home.value)">
              @for (one of work.modules(); track one.id) {
                <option [value]="one.id" [selected]="one.id === module()">{{ i18n.text(one.title) }}</option>
              }
            </select>
          </hv-field>
        }
        <hv-field [label]="i18n.t('studio.outline.place')">
          <select #place hvControl (change)="after.set(place.value)">
            <option value="" [selected]="!after()">{{ i18n.t('studio.outline.top') }}</option>
            @for (one of others(); track one.id) {
              <option [value]="one.id" [selected]="one.id === after()">
                {{ i18n.t('studio.outline.after', { title: i18n.text(one.title) }) }}
              </option>
            }
          </select>
        </hv-field>
        <button hvButton type="submit">{{ i18n.t('studio.outline.move') }}</button>
      </form>
    </hv-dialog>
  `,
})
export class MoveDialog {
  protected readonly i18n = inject(I18n);
  protected readonly work = inject(OutlineWork);
  protected readonly row = this.work.moving;

  protected readonly module = signal('');
  protected readonly after = signal('');
  protected readonly heading = computed(() => {
    const row = this.row();
    return this.i18n.t('studio.outline.moving', { title: row ? this.i18n.text(row.it.title) : '' });
  });
  private readonly places = computed(() => {
    const modules = this.work.modules();
    return this.row()?.kind === 'lesson' ? (modules.find(({ id }) => id === this.module())?.lessons ?? []) : modules;
  });
  protected readonly others = computed(() => this.places().filter(({ id }) => id !== this.row()?.it.id));

  constructor() {
    effect(() => {
      const row = this.row();
      untracked(() => this.choose(row?.kind === 'lesson' ? row.within.id : ''));
    });
  }

  /** The place that is offered first is the last of all. */
  protected choose(module: string): void {
    this.module.set(module);
    this.after.set(this.others().at(-1)?.id ?? '');
  }

  protected move(): void {
    const row = this.row();
    if (!row) return;
    this.work.moving.set(null);
    this.work.move(row, this.module(), this.after() || null);
  }

  protected close(): void {
    this.work.moving.set(null);
  }
}
