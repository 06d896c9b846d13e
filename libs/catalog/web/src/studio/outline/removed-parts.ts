import { Component, computed, inject, signal } from '@angular/core';
import { type RemovedPart } from '@haven/catalog/contract';
import { I18n } from '@haven/shared/web';
import { BringBack } from '../bring-back';
import { StudioClient } from '../studio-client';
import { OutlineWork } from './outline-work';

/** What was taken out of the outline in the last days, and the way back. */
@Component({
  selector: 'haven-removed-parts',
  imports: [BringBack],
  template: `
    <haven-bring-back
      [heading]="i18n.t('studio.outline.removedParts.list')"
      [none]="i18n.t('studio.outline.removedParts.none')"
      [things]="parts"
      [words]="words"
      [(opened)]="opened"
      (back)="work.bringBack($event)"
    />
  `,
})
export class RemovedParts {
  protected readonly i18n = inject(I18n);
  protected readonly work = inject(OutlineWork);
  private readonly client = inject(StudioClient);
  protected readonly opened = signal(false);
  private readonly course = computed(() => (this.opened() ? (this.work.desk()?.known() ?? null) : null));
  protected readonly parts = this.client.removedParts(this.course);

  protected readonly words = ({ kind, removedAt }: RemovedPart) =>
    this.i18n.t(`studio.outline.removedParts.${kind}`, { date: this.i18n.date(removedAt) });
}
