import { Component, type ElementRef, inject, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AttemptClient } from '@haven/assessment/web';
import { WatchClient } from '@haven/recordings/web';
import { Announcer, HvButton, HvEmpty } from '@haven/shared/ui';
import { type Entry, I18n, Outbox } from '@haven/shared/web';
import { LearningClient } from './learning-client';
import { NoteClient } from './notes/note-client';
import { download } from './notes/note-text';
import { reasonOf } from './refusal';

/** Everything that the server does not have yet: what it is, since when, and what the person can do about a refusal. */
@Component({
  selector: 'haven-unsaved-page',
  imports: [RouterLink, HvButton, HvEmpty],
  host: { class: 'wrap page' },
  template: `
    <header class="page-head">
      <h1 #heading tabindex="-1">{{ i18n.t('learning.unsaved.title') }}</h1>
    </header>
    @if (outbox.entries().length) {
      <p class="lede">{{ i18n.t('learning.unsaved.lead') }}</p>
      <ul class="rows" [attr.aria-label]="i18n.t('learning.unsaved.list')">
        @for (entry of outbox.entries(); track entry.kind + '/' + entry.key) {
          <li class="row">
            <div>
              <h2>{{ what(entry) }}</h2>
              @if (entry.page; as page) {
                <p>
                  <a [routerLink]="page.path">{{ page.title }}</a>
                </p>
              }
              <p>{{ i18n.t('learning.unsaved.since', { time: since(entry) }) }}</p>
              <p>{{ state(entry) }}</p>
              @if (entry.refused) {
                <p class="cluster">
                  <button hvButton="quiet" type="button" (click)="outbox.retry(entry)">
                    {{ i18n.t('learning.unsaved.retry') }}
                  </button>
                  <button hvButton="quiet" type="button" (click)="save(entry)">
                    {{ i18n.t('learning.unsaved.download') }}
                  </button>
                  <button hvButton="quiet" type="button" (click)="discard(entry)">
                    {{ i18n.t('learning.unsaved.discard') }}
                  </button>
                </p>
              }
            </div>
          </li>
        }
      </ul>
    } @else if (outbox.known()) {
      <hv-empty [heading]="i18n.t('learning.unsaved.empty')">
        <p>{{ i18n.t('learning.unsaved.emptyHow') }}</p>
      </hv-empty>
    }
  `,
})
export class UnsavedPage {
  protected readonly i18n = inject(I18n);
  protected readonly outbox = inject(Outbox);
  private readonly announcer = inject(Announcer);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  constructor() {
    // Each registers how its entries travel and what they are, also those of pages that were not opened in this visit.
    [AttemptClient, LearningClient, NoteClient, WatchClient].forEach((client) => inject<unknown>(client));
  }

  protected what(entry: Entry): string {
    const { key, params } = this.outbox.describe(entry) ?? { key: 'learning.unsaved.other' };
    return this.i18n.t(key, params);
  }

  protected since({ since }: Entry): string {
    return this.i18n.date(new Date(since).toISOString(), { dateStyle: 'medium', timeStyle: 'short' });
  }

  protected state(entry: Entry): string {
    const why = entry.refused ? this.i18n.t(reasonOf(entry.refused)) : '';
    return this.i18n.t(`learning.unsaved.${this.outbox.stateOf(entry)}`, { why });
  }

  protected save(entry: Entry): void {
    const lines = [
      this.what(entry),
      entry.page?.title ?? '',
      this.since(entry),
      this.state(entry),
      JSON.stringify(entry.payload, null, 2),
    ];
    download(`haven-${entry.kind}.txt`, lines.join('\n') + '\n');
  }

  protected async discard(entry: Entry): Promise<void> {
    if (!confirm(this.i18n.t('learning.unsaved.discardAsk', { what: this.what(entry) }))) return;
    await this.outbox.discard(entry);
    this.announcer.say(this.i18n.t('learning.unsaved.discarded'));
    this.heading().nativeElement.focus();
  }
}
