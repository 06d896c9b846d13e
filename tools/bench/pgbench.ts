import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Parts } from '../../apps/e2e/src/support/parts.ts';

/**
 * How statements are sent. `extended` is how Haven itself speaks to the database, with nothing kept there from one statement to the next, so
 * that it runs behind PgBouncer (decision 0023); `prepared` names each statement once and has it planned once.
 */
export type Protocol = 'extended' | 'prepared';

/** A script as PostgreSQL's own bench sends it, 32 clients at once: transactions a second. */
export async function transactions(
  { folder, databaseUrl }: Parts,
  pgbench: string,
  script: string,
  seconds: number,
  protocol: Protocol,
): Promise<number> {
  const file = join(folder, 'pgbench.sql');
  await writeFile(file, script);
  const args = ['-n', '-c', '32', '-j', '2', '-T', String(seconds), '-M', protocol, '-f', file, databaseUrl];
  const { stdout } = await promisify(execFile)(pgbench, args);
  return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
}

/** pgbench comes with PostgreSQL's server, and on Debian lies where no PATH leads. */
export function findPgbench(): string {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions.map((version) => join(debian, version, 'bin/pgbench')).find((file) => existsSync(file));
  if (!found) throw new Error('This bench needs pgbench: apt install postgresql-15, or any later one.');
  return found;
}
