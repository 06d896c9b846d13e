import { type Note } from '@haven/learning/contract';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

interface Schema extends DBSchema {
  lists: { key: string; value: readonly Note[] };
}

/** The notes of each lesson as the server last told them, on this device, so that they can be read without a line. Never fails. */
export class NoteShelf {
  private connection: Promise<IDBPDatabase<Schema>> | null = null;

  /** The last list of a lesson; undefined where there was none. */
  async read(lesson: string): Promise<readonly Note[] | undefined> {
    return this.use((db) => db.get('lists', lesson));
  }

  async keep(lesson: string, notes: readonly Note[]): Promise<void> {
    await this.use((db) => db.put('lists', notes, lesson));
  }

  async forget(lesson: string): Promise<void> {
    await this.use((db) => db.delete('lists', lesson));
  }

  private async use<T>(act: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T | undefined> {
    try {
      this.connection ??= openDB<Schema>('haven-notes', 1, {
        upgrade: (db) => void db.createObjectStore('lists'),
        // Whoever signs out in another tab deletes the database, and must not wait for this one.
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
