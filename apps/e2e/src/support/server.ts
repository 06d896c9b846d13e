import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../../tools/start/ports.ts';
import { startPostgres } from '../../../../tools/postgres/postgres.ts';

const root = join(import.meta.dirname, '../../../..');
const main = join(root, 'dist/api/main.js');

/** Starts PostgreSQL and the built application with the demo world, for all journeys; answers how to stop them. */
export default async function startHaven(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'haven-journeys-'));
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), log: () => undefined, durable: false });
  const clear = async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return await serve(folder, postgres.url, clear);
  } catch (error) {
    // Whoever started it never gets the way to stop it.
    await clear();
    throw error;
  }
}

async function serve(folder: string, databaseUrl: string, clear: () => Promise<void>): Promise<() => Promise<void>> {
  const port = await freePort(3200);
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    DATA_DIR: folder,
    PORT: String(port),
    LOG_LEVEL: 'error',
    HAVEN_ROLE: 'all',
  };
  for (const command of ['migrate', 'seed']) {
    const done = spawnSync(process.execPath, [main, command], { cwd: root, env, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`${command} failed:\n${done.stdout}${done.stderr}`);
  }
  const server = fork(main, ['serve'], { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  process.env['HAVEN_URL'] = `http://localhost:${port}`;
  process.env['HAVEN_ACCOUNTS'] = join(folder, 'demo-accounts.json');
  const died = once(server, 'exit').then(() => Promise.reject(new Error('The server ended while it started.')));
  await Promise.race([ready(`http://localhost:${port}/readyz`), died]);
  died.catch(() => undefined);
  return async () => {
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
    await clear();
  };
}

async function ready(url: string): Promise<void> {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer within a minute.`);
}
