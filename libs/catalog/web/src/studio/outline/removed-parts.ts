import { Component, computed, inject, signal } from '@angular/core';
import { type RemovedPart } from '@haven/catalog/contract';
import { HvButton, HvSkeleton } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { StudioClient } from '../studio-client';
import { OutlineWork } from './outline-work';

/** What was taken out of the outline in the last days, and the way back. */
@Component({
  selector: 'haven-removed-parts',
  imports: [HvButton, HvSkeleton],
  template: `
    <details class="deleted" (toggle)="opened.set($any($event.target).open)">
      <summary>{{ i18n.t('studio.outline.removedParts.list') }}</summary>
      @if (parts.hasValue()) {
        <ul class="rows">
          @for (part of parts.value().items; track part.id) {
            <li class="studio-row deleted-row">
              <h3 class="studio-row-title" [attr.lang]="i18n.lang(part.title)">{{ i18n.text(part.title) }}</h3>
              <p class="small">{{ words(part) }}</p>
              <p>
                <button
                  hvButton="quiet"
                  type="button"
                  [attr.aria-label]="i18n.t('studio.deletion.backOf', { title: i18n.text(part.title) })"
                  (click)="work.bringBack(part)"
                >
                  {{ i18n.t('studio.deletion.back') }}
                </button>
              </p>
            </li>
          } @empty {
            <li>{{ i18n.t('studio.outline.removedParts.none') }}</li>
          }
        </ul>
      } @else if (parts.error()) {
        <p>
          {{ i18n.t('studio.trouble.failed') }}
          <button class="link-button" type="button" (click)="parts.reload()">{{ i18n.t('studio.retry') }}</button>
        </p>
      } @else {
        <hv-skeleton [lines]="3" [label]="i18n.t('studio.loading')" />
      }
    </details>
  `,
})
export class RemovedParts {
  protected readonly i18n = inject(I18n);
  protected readonly work = inject(OutlineWork);
  private readonly client = inject(StudioClient);
  protected readonly opened = signal(false);
  private readonly course = computed(() => (this.opened() ? (this.work.desk()?.known() ?? null) : null));
  protected readonly parts = this.client.removedParts(this.course);

  protected words({ kind, removedAt }: RemovedPart): string {
    return this.i18n.t(`studio.outline.removedParts.${kind}`, { date: this.i18n.date(removedAt) });
  }
}
