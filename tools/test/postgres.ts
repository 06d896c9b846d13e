import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, stopLeftover, type RunningPostgres } from '../postgres/postgres.ts';
import { roomyTemp } from '../postgres/temp.ts';

const PREFIX = 'haven-test-postgres-';
/** A folder younger than this may belong to a run that has not taken its lock yet, in milliseconds. */
const SETTLED_MS = 60_000;

let running: { postgres: RunningPostgres; folder: string } | undefined;

/**
 * Starts one throw-away PostgreSQL for the specs and names its maintenance database in HAVEN_TEST_DATABASE_URL,
 * unless one is named there already, and a folder for what they store in HAVEN_TEST_DATA_DIR. Also clears away servers of runs that were killed.
 */
export async function startTestPostgres(): Promise<void> {
  process.env['HAVEN_TEST_DATA_DIR'] = await mkdtemp(join(tmpdir(), 'haven-test-data-'));
  if (process.env['HAVEN_TEST_DATABASE_URL']) return;
  const temp = await roomyTemp();
  await sweep(temp);
  const folder = await mkdtemp(join(temp, PREFIX));
  const log = (line: string): void => console.log(line);
  const postgres = await startPostgres({ dataDir: folder, log, durable: false, database: 'postgres' });
  running = { postgres, folder };
  process.env['HAVEN_TEST_DATABASE_URL'] = postgres.url;
}

/** Stops what `startTestPostgres` started and removes its folder. */
export async function stopTestPostgres(): Promise<void> {
  await rm(process.env['HAVEN_TEST_DATA_DIR'] ?? '', { recursive: true, force: true });
  if (!running) return;
  await running.postgres.stop();
  await rm(running.folder, { recursive: true, force: true });
  running = undefined;
  delete process.env['HAVEN_TEST_DATABASE_URL'];
}

async function sweep(temp: string): Promise<void> {
  for (const name of await readdir(temp)) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = join(temp, name);
    try {
      if (Date.now() - (await stat(folder)).ctimeMs < SETTLED_MS) continue;
      await stopLeftover(folder, () => undefined);
      await rm(folder, { recursive: true, force: true });
    } catch {
      // Another run is using it, or it belongs to someone else.
    }
  }
}
