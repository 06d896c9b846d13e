import { computed, DestroyRef, inject, Service, signal } from '@angular/core';
import {
  backoff,
  batches,
  type Entries,
  type Entry,
  entryId,
  merge,
  next,
  type OutboxState,
  refreshed,
  settled,
  stateOf,
} from './entries';
import { OutboxStore } from './outbox-store';
import { post, type Posted } from './post';
import { type Description, type Sender } from './sender';

/**
 * What the reader did, on its way to the server. Everything is written to the device first and leaves it only when the server has
 * answered that it is saved; every endpoint behind it is idempotent, so sending twice is harmless and losing an answer costs nothing.
 *
 * Guarantees: an entry survives a reload and goes out at the next start; an entry replaced while it is being sent stays; a refusal is
 * kept and explained, never dropped silently; one tab sends at a time (Web Locks), except while a page goes away, when there is no time to ask.
 */
@Service()
export class Outbox {
  private readonly store = new OutboxStore();
  private readonly senders = new Map<string, Sender<unknown>>();
  private readonly channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('haven-outbox');
  private readonly held = signal<Entries>(new Map());
  /** Entries that are not on the disk yet, or cannot get there. */
  private readonly unwritten = new Set<string>();
  private readonly writing = new Set<Promise<void>>();
  private readonly failures = signal(0);
  private readonly savedAt = signal<number | null>(null);
  private timer: ReturnType<typeof setTimeout> | null = null;
  private due = Infinity;
  private sending: Promise<void> | null = null;

  readonly state = computed(() => stateOf(this.held(), this.failures() === 0));
  /** When the last thing was saved, or since when the oldest one waits; null while nothing has happened on this page. */
  readonly since = computed(() => {
    const waiting = [...this.held().values()].map((entry) => entry.since);
    return this.state() === 'saved' || this.state() === 'sending' ? this.savedAt() : Math.min(...waiting);
  });
  /** What is not on the server, refused things included: how many, and since when the oldest waits; null where there is nothing. */
  readonly unsent = computed(() => {
    const waiting = [...this.held().values()].map((entry) => entry.since);
    return waiting.length > 0 ? { count: waiting.length, since: Math.min(...waiting) } : null;
  });
  /** Everything that is not saved yet, oldest first. */
  readonly entries = computed(() => [...this.held().values()].sort((a, b) => a.since - b.since));
  /** The codes of what was refused. */
  readonly refusals = computed(() => [...new Set([...this.held().values()].flatMap((entry) => entry.refused ?? []))]);

  private readonly ready = this.start();

  /** Registers how `sender.kind` travels. What waited from an earlier visit goes out now. */
  register<P>(sender: Sender<P>): void {
    this.senders.set(sender.kind, sender);
    void this.ready.then(() => this.schedule(0));
  }

  /** Keeps `payload` under `key` until it is saved, in place of what waited there. */
  put(kind: string, key: string, payload: unknown): void {
    const entry = next(this.held().get(entryId({ kind, key })), kind, key, payload, Date.now());
    this.hold((entries) => entries.set(entryId(entry), entry));
    const sender = this.senders.get(kind);
    this.schedule(this.failures() === 0 ? (sender?.wait ?? 0) : Math.max(sender?.wait ?? 0, 5000));
    const writing = this.write(entry, sender?.mirror ?? false).finally(() => this.writing.delete(writing));
    this.writing.add(writing);
  }

  /** What waits of one kind, refused entries included. */
  waiting<P>(kind: string): Entry<P>[] {
    return [...this.held().values()].filter((entry) => entry.kind === kind) as Entry<P>[];
  }

  /** Where `entry` is now. */
  stateOf(entry: Entry): OutboxState {
    return stateOf(new Map([[entryId(entry), entry]]), this.failures() === 0);
  }

  /** What `entry` is, for its words; null where nobody on this page knows its kind. */
  describe(entry: Entry): Description | null {
    return this.senders.get(entry.kind)?.describe(entry.payload) ?? null;
  }

  /** Sends a refused entry once more. */
  retry(entry: Entry): void {
    this.exchange(entry, { ...entry, refused: null });
    this.schedule(0);
  }

  /** Forgets `entry` for good, in all tabs, unless it was replaced meanwhile. Only at the wish of the person. */
  async discard(entry: Entry): Promise<void> {
    this.exchange(entry, null);
    await this.store.remove(entry);
    this.channel?.postMessage('changed');
  }

  /** Sends everything now. Afterwards `waiting()` says what could not be. */
  async flush(): Promise<void> {
    await this.ready;
    await this.sending;
    await this.send();
  }

  /** Whether everything that waits is on the disk, so that the page may go. What is being written right now is waited for. */
  async written(): Promise<boolean> {
    await this.ready;
    await Promise.all(this.writing);
    return ![...this.unwritten].some((id) => this.held().has(id));
  }

  /** Sends what waits without waiting for anything, because the page may be gone in a moment. */
  leave(): void {
    for (const sender of this.senders.values())
      for (const batch of batches(this.held(), sender.kind, sender.most, sender.group))
        void this.deliver(sender, batch, true);
  }

  /** Forgets everything on this device: for signing out. */
  async clearAll(): Promise<void> {
    this.held.set(new Map());
    this.savedAt.set(null);
    await this.store.clear();
    this.channel?.postMessage('cleared');
  }

  private async start(): Promise<void> {
    const visible = () => (document.visibilityState === 'hidden' ? this.leave() : this.schedule(0));
    const wake = () => (this.failures.set(0), this.schedule(0));
    const leave = () => this.leave();
    const offline = () => this.failures.update((n) => Math.max(n, 1));
    document.addEventListener('visibilitychange', visible);
    addEventListener('online', wake);
    addEventListener('offline', offline);
    addEventListener('pagehide', leave);
    document.addEventListener('freeze', leave);
    inject(DestroyRef).onDestroy(() => {
      document.removeEventListener('visibilitychange', visible);
      removeEventListener('online', wake);
      removeEventListener('offline', offline);
      removeEventListener('pagehide', leave);
      document.removeEventListener('freeze', leave);
      this.channel?.close();
      if (this.timer) clearTimeout(this.timer);
    });
    this.channel?.addEventListener('message', ({ data }) => void this.refresh(data === 'cleared'));
    if (!navigator.onLine) offline();
    const found = await this.store.all();
    const again = [...found.values()].map((entry) => ({ ...entry, refused: null }));
    this.held.update((entries) => merge(entries.values(), again));
  }

  private async write(entry: Entry, mirror: boolean): Promise<void> {
    this.unwritten.add(entryId(entry));
    if (!(await this.store.put(entry, mirror))) return;
    if (this.held().get(entryId(entry))?.rev === entry.rev) this.unwritten.delete(entryId(entry));
    this.channel?.postMessage('changed');
  }

  /** Another tab changed the store. What only this tab knows is kept, unless everything was cleared. */
  private async refresh(cleared: boolean): Promise<void> {
    const stored = await this.store.all();
    if (cleared) return this.held.set(stored);
    this.held.set(refreshed(stored, this.held(), this.unwritten));
  }

  private schedule(wait: number): void {
    const due = Date.now() + wait;
    if (this.timer && this.due <= due) return;
    if (this.timer) clearTimeout(this.timer);
    this.due = due;
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.send();
    }, wait);
  }

  /** One round over everything that waits; a round that is under way is joined. */
  private send(): Promise<void> {
    return (this.sending ??= this.alone(() => this.round()).finally(() => (this.sending = null)));
  }

  private alone(act: () => Promise<void>): Promise<void> {
    return navigator.locks ? navigator.locks.request('haven-outbox', act).then(() => undefined) : act();
  }

  private async round(): Promise<void> {
    await this.ready;
    let again = false;
    for (const sender of this.senders.values())
      for (const batch of batches(this.held(), sender.kind, sender.most, sender.group)) {
        const posted = await this.deliver(sender, batch, false);
        if (posted.kind === 'no-answer') {
          this.failures.update((n) => n + 1);
          return this.schedule(backoff(this.failures(), Math.random(), posted.retryAfter));
        }
        this.failures.set(0);
        again ||= batch.some((entry) => !this.held().get(entryId(entry))?.refused && this.held().has(entryId(entry)));
      }
    if (again) this.schedule(Math.max(...[...this.senders.values()].map((sender) => sender.wait)));
  }

  private async deliver(sender: Sender<unknown>, batch: Entry[], leaving: boolean): Promise<Posted> {
    const posted = await post(sender.request(batch), leaving);
    if (posted.kind === 'answer') await this.letGo(settled(this.held(), batch, sender.saved(posted.body, batch)));
    if (posted.kind !== 'refused') return posted;
    if (batch.length === 1) this.refuse(batch, posted.code);
    // One bad entry must not hold up the others: which one it is shows when each travels alone, in a round if there is no time now.
    else if (!leaving) for (const entry of batch) await this.deliver(sender, [entry], false);
    return posted;
  }

  private async letGo(entries: readonly Entry[]): Promise<void> {
    if (entries.length === 0) return;
    this.savedAt.set(Date.now());
    this.hold((held) => entries.forEach((entry) => held.delete(entryId(entry))));
    for (const entry of entries) await this.store.remove(entry);
    this.channel?.postMessage('changed');
  }

  private refuse(batch: readonly Entry[], code: string): void {
    for (const entry of batch) this.exchange(entry, { ...entry, refused: code });
  }

  /** Puts `after` in the place of `before`, or nothing, unless something newer stands there. */
  private exchange(before: Entry, after: Entry | null): void {
    const id = entryId(before);
    if (this.held().get(id)?.rev !== before.rev) return;
    if (!after) this.unwritten.delete(id);
    this.hold((held) => (after ? held.set(id, after) : held.delete(id)));
  }

  private hold(change: (entries: Map<string, Entry>) => unknown): void {
    this.held.update((entries) => {
      const copy = new Map(entries);
      change(copy);
      return copy;
    });
  }
}
