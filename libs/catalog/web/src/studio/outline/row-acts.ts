import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { I18n } from '@haven/shared/web';
import { OutlineWork, type Row } from './outline-work';

/** What can be done with a row, as buttons. They stay open while one moves the row, so that it can be moved on. */
@Component({
  selector: 'haven-row-acts',
  imports: [RouterLink],
  host: { class: 'row-acts', role: 'group', '[attr.aria-label]': 'label()' },
  template: `
    @if (home(); as home) {
      <button class="link-button" type="button" (click)="setFollow(!home.follows)">
        {{ i18n.t('studio.outline.borrow.' + (home.follows ? 'doStay' : 'doFollow')) }}
      </button>
      @if (home.newer) {
        <button class="link-button" type="button" (click)="setFollow(false)">
          {{ i18n.t('studio.outline.borrow.doTake') }}
        </button>
      }
    } @else {
      <button class="link-button" type="button" (click)="rename()">{{ i18n.t('studio.outline.rename') }}</button>
    }
    <button class="link-button" type="button" [id]="'up-' + row().it.id" (click)="work.step(row(), -1)">
      {{ i18n.t('studio.outline.up') }}
    </button>
    <button class="link-button" type="button" [id]="'down-' + row().it.id" (click)="work.step(row(), 1)">
      {{ i18n.t('studio.outline.down') }}
    </button>
    <button class="link-button" type="button" (click)="work.moving.set(row())">
      {{ i18n.t('studio.outline.moveTo') }}
    </button>
    <button class="link-button" type="button" (click)="work.duplicate(row())">
      {{ i18n.t('studio.outline.duplicate') }}
    </button>
    @if (tried(); as lesson) {
      <a class="link-button" [routerLink]="preview()" [queryParams]="{ lesson }">{{ i18n.t('studio.preview.open') }}</a>
    }
    <button class="link-button link-danger" type="button" (click)="work.remove(row())">
      {{ i18n.t('studio.outline.remove') }}
    </button>
  `,
})
export class RowActs {
  readonly row = input.required<Row>();
  readonly label = input.required<string>();
  protected readonly i18n = inject(I18n);
  protected readonly work = inject(OutlineWork);

  protected readonly home = computed(() => {
    const row = this.row();
    return row.kind === 'lesson' ? row.it.home : undefined;
  });

  protected setFollow(follow: boolean): void {
    const row = this.row();
    if (row.kind === 'lesson') this.work.setFollow(row.it, follow);
  }
  /** The address of the lesson: modules are not tried by themselves. */
  protected readonly tried = computed(() => {
    const row = this.row();
    return row.kind === 'lesson' ? row.it.slug : null;
  });
  protected readonly preview = computed(() =>
    this.i18n.path(`/studio/courses/${this.work.desk()?.course().id ?? ''}/preview`),
  );

  protected rename(): void {
    this.work.acting.set(null);
    this.work.renaming.set(this.row().it.id);
  }
}
