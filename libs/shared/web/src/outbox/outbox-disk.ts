import { effect, signal } from '@angular/core';
import { type Entry, entryId } from './entries';
import { OutboxStore } from './outbox-store';

/**
 * What of the outbox is on the disk of this device, what is on its way there, and what the disk does not take: while that `waits`, closing
 * the page is asked about.
 */
export class OutboxDisk {
  readonly store = new OutboxStore();
  /** Entries that are not on the disk yet, or cannot get there. */
  readonly unwritten = new Set<string>();
  private readonly writing = new Set<Promise<unknown>>();
  private readonly refused = signal<ReadonlySet<string>>(new Set());

  /** Entries that only this page has: the disk is full, or the browser lends none. */
  readonly homeless = this.refused.asReadonly();

  constructor(waits: (id: string) => boolean) {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    // Not always: browsers keep no page ready for going back that listens for this.
    effect((onCleanup) => {
      if (![...this.homeless()].some(waits)) return;
      addEventListener('beforeunload', ask);
      onCleanup(() => removeEventListener('beforeunload', ask));
    });
  }

  /** Writes `entry`. Whether it is on the disk now; of one that is not the `newest` any more by then, only that is told. */
  keep(entry: Entry, mirror: boolean, newest: () => boolean): Promise<boolean> {
    this.unwritten.add(entryId(entry));
    const writing = this.write(entry, mirror, newest).finally(() => this.writing.delete(writing));
    this.writing.add(writing);
    return writing;
  }

  /** Waits for what is being written right now. */
  async rest(): Promise<void> {
    await Promise.all(this.writing);
  }

  private async write(entry: Entry, mirror: boolean, newest: () => boolean): Promise<boolean> {
    const id = entryId(entry);
    const written = await this.store.put(entry, mirror);
    if (!newest()) return written;
    if (written) this.unwritten.delete(id);
    if (this.refused().has(id) === written)
      this.refused.update((ids) => new Set(written ? [...ids].filter((other) => other !== id) : [...ids, id]));
    return written;
  }
}
