import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type Entry, entryId, merge } from './entries';

interface Schema extends DBSchema {
  entries: { key: string; value: Entry };
}

const mirrorPrefix = 'haven.outbox/';

/**
 * The outbox on disk: IndexedDB, shared by all tabs, and for the kinds that ask for it a mirror in `localStorage`, because WebKit loses
 * IndexedDB connections and `localStorage` is written at once, also while a page goes away. Only random ids and ranges are mirrored.
 */
export class OutboxStore {
  private connection: Promise<IDBPDatabase<Schema>> | null = null;

  /** Everything that waits. Never fails: without IndexedDB the mirror is what there is. */
  async all(): Promise<Map<string, Entry>> {
    const stored = await this.use((db) => db.getAll('entries'));
    return merge(stored ?? [], this.mirrored());
  }

  /** Writes `entry` unless a newer one is there. Whether it is on the disk now: false means that only this page holds it. */
  async put(entry: Entry, mirror: boolean): Promise<boolean> {
    const mirrored = mirror && this.mirror(entry);
    const written = await this.use(async (db) => {
      const tx = db.transaction('entries', 'readwrite');
      const held = await tx.store.get(entryId(entry));
      if (!held || held.rev <= entry.rev) await tx.store.put(entry, entryId(entry));
      await tx.done;
      return true;
    });
    return written ?? mirrored;
  }

  /** Removes `entry` unless another tab replaced it meanwhile. */
  async remove(entry: Entry): Promise<void> {
    this.local((storage) => {
      const held = parse(storage.getItem(mirrorPrefix + entryId(entry)));
      if (held && held.rev <= entry.rev) storage.removeItem(mirrorPrefix + entryId(entry));
    });
    await this.use(async (db) => {
      const tx = db.transaction('entries', 'readwrite');
      const held = await tx.store.get(entryId(entry));
      if (held && held.rev <= entry.rev) await tx.store.delete(entryId(entry));
      await tx.done;
    });
  }

  async clear(): Promise<void> {
    this.local((storage) => mirrorKeys(storage).forEach((key) => storage.removeItem(key)));
    await this.use((db) => db.clear('entries'));
  }

  private mirror({ page: _, ...entry }: Entry): boolean {
    const written = this.local((storage) => {
      storage.setItem(mirrorPrefix + entryId(entry), JSON.stringify(entry));
      return true;
    });
    return written ?? false;
  }

  private mirrored(): Entry[] {
    const found = this.local((storage) => mirrorKeys(storage).map((key) => parse(storage.getItem(key))));
    return (found ?? []).filter((entry) => entry !== null);
  }

  private local<T>(act: (storage: Storage) => T): T | undefined {
    try {
      return act(localStorage);
    } catch {
      return undefined; // blocked or full: IndexedDB is the real store
    }
  }

  /** Runs `act` on an open database, and once more on a new connection where the old one was lost. */
  private async use<T>(act: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T | undefined> {
    for (let tries = 0; tries < 2; tries++) {
      try {
        this.connection ??= openDB<Schema>('haven-outbox', 1, {
          upgrade: (db) => void db.createObjectStore('entries'),
          terminated: () => (this.connection = null),
        });
        return await act(await this.connection);
      } catch {
        this.connection = null;
      }
    }
    return undefined;
  }
}

const mirrorKeys = (storage: Storage) =>
  Array.from({ length: storage.length }, (_, i) => storage.key(i)).filter((key) =>
    key?.startsWith(mirrorPrefix),
  ) as string[];

function parse(text: string | null): Entry | null {
  try {
    return text ? (JSON.parse(text) as Entry) : null;
  } catch {
    return null;
  }
}
