import { DatabaseSync } from 'node:sqlite';
import { PlainError } from './plain-error.ts';

/** Held for the life of the process: a lock whose connection is garbage-collected would open by itself. */
const held = new Set<DatabaseSync>();

/** Gives the lock back. Calling it twice does nothing. */
export type Release = () => void;

/**
 * Takes the lock kept by `file`, or returns undefined when another process (or another caller here) has it. Throws a PlainError when the file cannot be used.
 * The lock is SQLite's own lock on an empty database: the operating system drops it the moment its holder ends, also
 * by `kill -9`, on Linux, macOS and Windows alike. A file with a process number in it cannot promise that: numbers are
 * given again, in a container nearly always.
 * Trap: never open `file` by other means in the same process, since closing it would drop the lock.
 */
export function takeLock(file: string): Release | undefined {
  const database = open(file);
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (String(error).includes('database is locked')) return undefined;
    throw unusable(file, error);
  }
  held.add(database);
  return () => {
    if (held.delete(database)) database.close();
  };
}

function open(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file);
  } catch (error) {
    throw unusable(file, error);
  }
}

function unusable(file: string, error: unknown): PlainError {
  return new PlainError(
    `The lock ${file} cannot be used (${error instanceof Error ? error.message : String(error)}). ` +
      'Perhaps the folder belongs to another user, or the disk is full.',
  );
}
