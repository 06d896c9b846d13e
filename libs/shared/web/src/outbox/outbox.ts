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
import { ShownTitle } from '../page-title';
import { OutboxDisk } from './outbox-disk';
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
  private readonly senders = new Map<string, Sender<unknown>>();
  private readonly channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('haven-outbox');
  private readonly held = signal<Entries>(new Map());
  private readonly disk = new OutboxDisk((id) => this.held().has(id));
  private readonly title = inject(ShownTitle);
  private readonly failures = signal(0);
  private readonly savedAt = signal<number | null>(null);
  private timer: ReturnType<typeof setTimeout> | null = null;
  private due = Infinity;
  private sending: Promise<void> | null = null;

  /** Whether what waits from earlier visits is known: until then nobody can say that everything is saved. */
  readonly known = signal(false);
  readonly state = computed(() =>
    this.known() ? stateOf(this.held(), this.failures() === 0, this.disk.homeless()) : 'sending',
  );
  /** Everything that is not saved yet, oldest first. */
  readonly entries = computed(() => [...this.held().values()].sort((a, b) => a.since - b.since));
  /** When the last thing was saved, or since when the oldest one waits; null while nothing has happened on this page. */
  readonly since = computed(() =>
    ['saved', 'sending'].includes(this.state()) ? this.savedAt() : (this.unsent()?.since ?? null),
  );
  /** What is not on the server, refused things included: how many, and since when the oldest waits; null where there is nothing. */
  readonly unsent = computed(() => {
    const [oldest] = this.entries();
    return oldest ? { count: this.entries().length, since: oldest.since } : null;
  });

  private readonly ready = this.start();

  /** Registers how `sender.kind` travels. What waited from an earlier visit goes out now. */
  register<P>(sender: Sender<P>): void {
    this.senders.set(sender.kind, sender);
    void this.ready.then(() => this.schedule(0));
  }

  /** Keeps `payload` under `key` until it is saved, in place of what waited there. */
  put(kind: string, key: string, payload: unknown): void {
    const here = { title: this.title.shown(), path: location.pathname };
    const entry = next(this.held().get(entryId({ kind, key })), { kind, key, payload }, here, Date.now());
    this.hold((entries) => entries.set(entryId(entry), entry));
    const wait = this.senders.get(kind)?.wait ?? 0;
    this.schedule(this.failures() === 0 ? wait : Math.max(wait, 5000));
    void this.keep(entry);
  }

  /** What waits of one kind, refused entries included. */
  waiting<P>(kind: string): Entry<P>[] {
    return [...this.held().values()].filter((entry) => entry.kind === kind) as Entry<P>[];
  }

  /** Where `entry` is now. */
  stateOf(entry: Entry): OutboxState {
    return stateOf(new Map([[entryId(entry), entry]]), this.failures() === 0, this.disk.homeless());
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
    await this.disk.store.remove(entry);
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
    await this.disk.rest();
    return ![...this.disk.unwritten].some((id) => this.held().has(id));
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
    await this.disk.store.clear();
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
    const found = await this.disk.store.all();
    const again = [...found.values()].map((entry) => ({ ...entry, refused: null }));
    this.held.update((entries) => merge(entries.values(), again));
    this.known.set(true);
  }

  private async keep(entry: Entry): Promise<void> {
    const newest = () => this.held().get(entryId(entry))?.rev === entry.rev;
    const written = await this.disk.keep(entry, this.senders.get(entry.kind)?.mirror ?? false, newest);
    if (written) this.channel?.postMessage('changed');
    // What has no other place does not wait for company.
    else if (this.failures() === 0) this.schedule(0);
  }

  /** Another tab changed the store. What only this tab knows is kept, unless everything was cleared. */
  private async refresh(cleared: boolean): Promise<void> {
    const stored = await this.disk.store.all();
    if (cleared) return this.held.set(stored);
    this.held.set(refreshed(stored, this.held(), this.disk.unwritten));
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
          // Room may have been made meanwhile.
          for (const entry of this.entries()) if (this.disk.homeless().has(entryId(entry))) void this.keep(entry);
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
    for (const entry of entries) await this.disk.store.remove(entry);
    this.channel?.postMessage('changed');
  }

  private refuse(batch: readonly Entry[], code: string): void {
    for (const entry of batch) this.exchange(entry, { ...entry, refused: code });
  }

  /** Puts `after` in the place of `before`, or nothing, unless something newer stands there. */
  private exchange(before: Entry, after: Entry | null): void {
    const id = entryId(before);
    if (this.held().get(id)?.rev !== before.rev) return;
    if (!after) this.disk.unwritten.delete(id);
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
