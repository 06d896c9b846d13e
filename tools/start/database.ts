import { PlainError } from '../postgres/plain-error.ts';
import { OLDEST_MAJOR } from '../postgres/binaries.ts';
import { startPostgres } from '../postgres/postgres.ts';
import { query } from '../postgres/query.ts';

/** The database Haven works on: ours, or an outside one that is only used. */
export interface Database {
  readonly url: string;
  /** One short phrase about it, for the progress line. */
  readonly about: string;
  /** Resolves when our server is gone; never for an outside one. */
  readonly gone: Promise<void>;
  stop(): Promise<void>;
}

/** Starts our own PostgreSQL in `dataDir`, or adopts the one a killed start left there. */
export async function ownDatabase(dataDir: string, log: (line: string) => void): Promise<Database> {
  const { url, gone, stop, adopted, major } = await startPostgres({ dataDir, log });
  return { url, gone, stop, about: `${major}${adopted ? ', still running from an earlier start' : ''}` };
}

/** Checks that the PostgreSQL of DATABASE_URL answers and is recent enough. Throws a PlainError when not. */
export async function outsideDatabase(url: string): Promise<Database> {
  const version = await query(url, "SELECT current_setting('server_version_num')::int / 10000 AS major").then(
    ([row]) => Number(row?.['major']),
    (error: unknown) => {
      const why =
        error instanceof Error ? error.message || String((error as NodeJS.ErrnoException).code) : String(error);
      throw new PlainError(`The PostgreSQL of DATABASE_URL cannot be used: ${why}.`);
    },
  );
  if (version < OLDEST_MAJOR) {
    throw new PlainError(`The PostgreSQL of DATABASE_URL is version ${version}; Haven needs ${OLDEST_MAJOR} or later.`);
  }
  return {
    url,
    about: `${version}, from DATABASE_URL`,
    gone: new Promise(() => undefined),
    stop: () => Promise.resolve(),
  };
}
