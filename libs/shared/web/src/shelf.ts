import { type IDBPDatabase, openDB } from 'idb';

/**
 * Things on this device under their keys, so that they are there without a line: one store in a database of its own, shared by all tabs.
 * Never fails: where the disk cannot be used there is nothing on it. Its database is emptied when somebody signs out (see `wipeDevice`).
 */
export class Shelf<V> {
  private connection: Promise<IDBPDatabase> | null = null;

  /** `database` begins with `haven-`. */
  constructor(
    private readonly database: string,
    private readonly store: string,
  ) {}

  async get(key: string): Promise<V | undefined> {
    return this.use(async (db) => (await db.get(this.store, key)) as V | undefined);
  }

  async all(): Promise<V[]> {
    return (await this.use(async (db) => (await db.getAll(this.store)) as V[])) ?? [];
  }

  async put(key: string, value: V): Promise<void> {
    await this.use((db) => db.put(this.store, value, key));
  }

  async delete(key: string): Promise<void> {
    await this.use((db) => db.delete(this.store, key));
  }

  /**
   * Writes what `change` makes of what is there, in one transaction, so that two tabs do not overwrite each other; answers it. Nothing is
   * written where nothing is made of it.
   */
  async update(key: string, change: (held: V | undefined) => V | undefined): Promise<V | undefined> {
    return this.use(async (db) => {
      const tx = db.transaction(this.store, 'readwrite');
      const changed = change((await tx.store.get(key)) as V | undefined);
      if (changed) await tx.store.put(changed, key);
      await tx.done;
      return changed;
    });
  }

  private async use<T>(act: (db: IDBPDatabase) => Promise<T>): Promise<T | undefined> {
    try {
      this.connection ??= openDB(this.database, 1, {
        upgrade: (db) => void db.createObjectStore(this.store),
        // Whoever signs out in another tab takes everything away, and must not wait for this one.
        blocking: () => void this.close(),
        terminated: () => (this.connection = null),
      });
      return await act(await this.connection);
    } catch {
      this.connection = null;
      return undefined;
    }
  }

  private async close(): Promise<void> {
    const open = this.connection;
    this.connection = null;
    (await open)?.close();
  }
}
