import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../../../tools/postgres/postgres.ts';
import { freePort } from '../../../../tools/start/ports.ts';
import { Sender } from './sender.ts';

const root = join(import.meta.dirname, '../../../..');

/** Haven in its parts, as it runs on a server: a PostgreSQL, and api and worker as processes that can be ended one by one. */
export interface Parts {
  readonly folder: string;
  readonly url: string;
  readonly databaseUrl: string;
  readonly database: pg.Client;
  start(part: 'api' | 'worker'): ChildProcess;
  /** Ends a part as a power cut does. */
  kill(part: ChildProcess): Promise<void>;
  /** The demo's author, once the api answers. */
  author(): Promise<Sender>;
  /** Ends every part and removes the folder. */
  stop(): Promise<void>;
}

/**
 * Makes a throw-away folder and database with the demo world. The demo's own recording is not processed. `durable`: what is committed
 * would outlive a power cut, as on a server.
 */
export async function startParts({ durable = false } = {}): Promise<Parts> {
  const folder = mkdtempSync(join(tmpdir(), 'haven-parts-'));
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), log: () => undefined, durable });
  const database = new pg.Client({ connectionString: postgres.url });
  const started: ChildProcess[] = [];
  const port = await freePort(3300);
  const url = `http://localhost:${port}`;
  const env = {
    ...process.env,
    ...{ DATABASE_URL: postgres.url, DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'fatal', HAVEN_ROLE: 'api' },
  };
  const kill = async (child: ChildProcess) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  const stop = async () => {
    for (const child of started) await kill(child);
    await database.end().catch(() => undefined);
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (const command of ['migrate', 'seed']) {
      const done = spawnSync(process.execPath, [join(root, 'dist/api/main.js'), command], { cwd: root, env });
      if (done.status !== 0) throw new Error(`${command}: ${done.stderr}`);
    }
    await database.connect();
    await database.query('DELETE FROM processing_step');
  } catch (error) {
    // Whoever started it never gets the way to stop it.
    await stop();
    throw error;
  }
  const start = (part: 'api' | 'worker') => {
    const child = fork(join(root, `dist/${part}/main.js`), part === 'api' ? ['serve'] : [], {
      cwd: root,
      env,
      stdio: 'ignore',
    });
    started.push(child);
    return child;
  };
  return {
    ...{ folder, url, databaseUrl: postgres.url, database, start, kill, stop },
    author: () => Sender.signedIn(url, join(folder, 'demo-accounts.json')),
  };
}
