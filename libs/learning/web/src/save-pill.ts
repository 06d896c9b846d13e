import { Component, computed, effect, inject, Injector, type Type } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Announcer, HvSaveState } from '@haven/shared/ui';
import { I18n, Outbox, type OutboxState } from '@haven/shared/web';
import { reasonOf } from './refusal';

/** Whoever knows how what waits travels. Another page may have put it there, before the browser was closed: then it is brought along here. */
const senders: Readonly<Record<string, () => Promise<Type<unknown>>>> = {
  watch: () => import('@haven/recordings/web').then((m) => m.WatchClient),
  'transcript-read': () => import('@haven/recordings/web').then((m) => m.WatchClient),
  'lesson-read': () => import('./learning-client').then((m) => m.LearningClient),
  practice: () => import('./learning-client').then((m) => m.LearningClient),
  note: () => import('./notes/note-client').then((m) => m.NoteClient),
  response: () => import('@haven/assessment/web').then((m) => m.AttemptClient),
};

/** Where what the reader did is now, in words. A screen reader hears of it only when it goes wrong and when it is right again. */
@Component({
  selector: 'haven-save-pill',
  imports: [RouterLink, HvSaveState],
  template: `
    <hv-save-state [state]="outbox.state()" [label]="label()" />
    @if (troubled(outbox.state())) {
      <a class="small" [routerLink]="i18n.path('/me/unsaved')">{{ i18n.t('learning.save.see') }}</a>
    }
  `,
})
export class SavePill {
  protected readonly i18n = inject(I18n);
  protected readonly outbox = inject(Outbox);
  protected readonly troubled = (state: OutboxState) => state === 'device' || state === 'page' || state === 'failed';

  protected readonly label = computed(() => {
    const [state, since] = [this.outbox.state(), this.outbox.since()];
    const time = since === null ? '' : this.i18n.date(new Date(since).toISOString(), { timeStyle: 'short' });
    if (state === 'failed') return this.i18n.t('learning.save.failed', { why: this.why() });
    if (state === 'page') return this.i18n.t('learning.save.page', { what: this.what() });
    if (state === 'device') return this.i18n.t('learning.save.device', { time, what: this.what() });
    if (state === 'sending')
      return this.i18n.t(time ? 'learning.save.sendingSince' : 'learning.save.sending', { time });
    return this.i18n.t(time ? 'learning.save.saved' : 'learning.save.nothing', { time });
  });

  constructor() {
    const [announcer, injector] = [inject(Announcer), inject(Injector)];
    const brought = new Set<string>();
    effect(() => {
      for (const [kind, sender] of Object.entries(senders)) {
        if (brought.has(kind) || this.outbox.waiting(kind).length === 0) continue;
        brought.add(kind);
        // Without a line its script may not come; the next page tries again.
        void sender().then(
          (type) => injector.get(type),
          () => brought.delete(kind),
        );
      }
    });
    let before: OutboxState = 'saved';
    effect(() => {
      const [state, label] = [this.outbox.state(), this.label()];
      if (state === before) return;
      const [bad, wasBad] = [this.troubled(state), this.troubled(before)];
      if (state !== 'sending') before = state;
      if (bad) announcer.say(label);
      else if (wasBad && state === 'saved') announcer.say(this.i18n.t('learning.save.back'));
    });
  }

  /** What waits, in a few words: "what you watched and 2 notes". */
  private what(): string {
    const counts = new Map<string, number>();
    for (const { kind } of this.outbox.entries()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const words = [...counts].map(([kind, n]) => this.i18n.n(`learning.save.what.${kind}`, n));
    return new Intl.ListFormat(this.i18n.locale()).format(words);
  }

  private why(): string {
    return this.i18n.t(reasonOf(this.outbox.entries().find(({ refused }) => refused)?.refused));
  }
}
