import { type HttpResourceRef } from '@angular/common/http';
import { Component, inject, input, model, output } from '@angular/core';
import { type Text } from '@haven/shared/contract';
import { HvButton, HvSkeleton } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';

/** What is deleted and can be brought back: opened on wish, each with a word on it and the way back. */
@Component({
  selector: 'haven-bring-back',
  imports: [HvButton, HvSkeleton],
  template: `
    <details class="deleted" [open]="opened()" (toggle)="opened.set($any($event.target).open)">
      <summary>{{ heading() }}</summary>
      @if (things().hasValue()) {
        <ul class="rows">
          @for (thing of things().value()?.items; track thing.id) {
            <li class="studio-row deleted-row">
              <h2 class="studio-row-title" [attr.lang]="i18n.lang(thing.title)">{{ i18n.text(thing.title) }}</h2>
              <p class="small">{{ words()(thing) }}</p>
              <p>
                <button
                  hvButton="quiet"
                  type="button"
                  [attr.aria-label]="i18n.t('studio.deletion.backOf', { title: i18n.text(thing.title) })"
                  (click)="back.emit(thing)"
                >
                  {{ i18n.t('studio.deletion.back') }}
                </button>
              </p>
            </li>
          } @empty {
            <li>{{ none() }}</li>
          }
        </ul>
      } @else if (things().error()) {
        <p>
          {{ i18n.t('studio.trouble.failed') }}
          <button class="link-button" type="button" (click)="things().reload()">{{ i18n.t('studio.retry') }}</button>
        </p>
      } @else {
        <hv-skeleton [lines]="3" [label]="i18n.t('studio.loading')" />
      }
    </details>
  `,
})
export class BringBack<T extends { readonly id: string; readonly title: Text }> {
  readonly heading = input.required<string>();
  /** Said where there is nothing. */
  readonly none = input.required<string>();
  readonly things = input.required<HttpResourceRef<{ items: T[] } | undefined>>();
  readonly words = input.required<(thing: T) => string>();
  readonly opened = model(false);
  readonly back = output<T>();

  protected readonly i18n = inject(I18n);
}
