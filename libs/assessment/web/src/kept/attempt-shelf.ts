import { type AttemptDetail, type PracticeAttempt, type PracticeSheet } from '@haven/assessment/contract';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** Practice that was begun on this device: of which lesson, what it is marked by, and how it stands. */
export interface Practice {
  readonly course: string;
  readonly lesson: string;
  readonly sheet: PracticeSheet;
  readonly attempt: PracticeAttempt;
}

/** An attempt on this device: as the server last told it, or begun here. No keys are in it but those of practice. */
export type KeptAttempt = { readonly id: string } & (
  { readonly detail: AttemptDetail; readonly practice: null } | { readonly detail: null; readonly practice: Practice }
);

interface Schema extends DBSchema {
  attempts: { key: string; value: KeptAttempt };
}

/** Attempts on the disk, so that an open one goes on without a line. Never fails: without a disk there is nothing. */
export class AttemptShelf {
  private connection: Promise<IDBPDatabase<Schema>> | null = null;

  async all(): Promise<KeptAttempt[]> {
    return (await this.use((db) => db.getAll('attempts'))) ?? [];
  }

  async read(id: string): Promise<KeptAttempt | undefined> {
    return this.use((db) => db.get('attempts', id));
  }

  async keep(attempt: KeptAttempt): Promise<void> {
    await this.use((db) => db.put('attempts', attempt, attempt.id));
  }

  /**
   * Writes what `change` makes of what is there, in one transaction, so that two tabs do not overwrite each other; answers it. Nothing is
   * written where nothing is made of it.
   */
  async update(
    id: string,
    change: (held: KeptAttempt | undefined) => KeptAttempt | undefined,
  ): Promise<KeptAttempt | undefined> {
    return this.use(async (db) => {
      const tx = db.transaction('attempts', 'readwrite');
      const changed = change(await tx.store.get(id));
      if (changed) await tx.store.put(changed, id);
      await tx.done;
      return changed;
    });
  }

  async forget(id: string): Promise<void> {
    await this.use((db) => db.delete('attempts', id));
  }

  private async use<T>(act: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T | undefined> {
    try {
      this.connection ??= openDB<Schema>('haven-attempts', 1, {
        upgrade: (db) => void db.createObjectStore('attempts'),
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
