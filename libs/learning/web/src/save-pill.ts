import { Component, computed, effect, inject, Injector, type Type } from '@angular/core';
import { Announcer, HvSaveState } from '@haven/shared/ui';
import { I18n, Outbox, type OutboxState } from '@haven/shared/web';

/** Whoever knows how what waits travels. Another page may have put it there, before the browser was closed: then it is brought along here. */
const senders: Readonly<Record<string, () => Promise<Type<unknown>>>> = {
  watch: () => import('@haven/recordings/web').then((m) => m.WatchClient),
  'transcript-read': () => import('@haven/recordings/web').then((m) => m.WatchClient),
  'lesson-read': () => import('./learning-client').then((m) => m.LearningClient),
  response: () => import('@haven/assessment/web').then((m) => m.AttemptClient),
};

const reasons = ['not-found', 'attempt-closed', 'invalid'];

/** Where what the reader did is now, in words. A screen reader hears of it only when it goes wrong and when it is right again. */
@Component({
  selector: 'haven-save-pill',
  imports: [HvSaveState],
  template: `<hv-save-state [state]="outbox.state()" [label]="label()" />`,
})
export class SavePill {
  private readonly i18n = inject(I18n);
  protected readonly outbox = inject(Outbox);

  protected readonly label = computed(() => {
    const [state, since] = [this.outbox.state(), this.outbox.since()];
    const time = since === null ? '' : this.i18n.date(new Date(since).toISOString(), { timeStyle: 'short' });
    if (state === 'failed') return this.i18n.t('learning.save.failed', { why: this.why() });
    if (state === 'device') return this.i18n.t('learning.save.device', { time });
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
      const bad = state === 'device' || state === 'failed';
      const wasBad = before === 'device' || before === 'failed';
      if (state !== 'sending') before = state;
      if (bad) announcer.say(label);
      else if (wasBad && state === 'saved') announcer.say(this.i18n.t('learning.save.back'));
    });
  }

  private why(): string {
    const code = this.outbox.refusals()[0] ?? 'other';
    return this.i18n.t(`learning.save.reason.${reasons.includes(code) ? code : 'other'}`);
  }
}
