import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, open, readFile, rename } from 'node:fs/promises';
import { createServer } from 'node:net';
import { program } from './binaries.ts';
import type { Cluster } from './cluster.ts';
import { isRunning, readPostmaster, type Postmaster } from './pidfile.ts';
import { PlainError } from './plain-error.ts';
import { asAccount, run } from './run.ts';
import { serverSettings } from './settings.ts';
import { waitFor } from './wait.ts';

const READY_MS = 60_000;
/** After a killed postmaster its backends need a moment to notice; until then a new server is refused. */
const SETTLE_MS = 15_000;

/** Starts the server and returns when it accepts connections. Throws a PlainError with the end of its log. */
export async function startServer(cluster: Cluster): Promise<Postmaster> {
  const started = await waitFor(() => tryStart(cluster), { withinMs: SETTLE_MS, everyMs: 200 });
  if (started) return started;
  throw new PlainError(`PostgreSQL did not start. Its log (${cluster.home.log}) ends with:\n${await logTail(cluster)}`);
}

/** One attempt. Undefined when it may work in a moment (a taken port, backends of a killed server). */
async function tryStart(cluster: Cluster): Promise<Postmaster | undefined> {
  const ended = await spawnServer(cluster, await freeLoopbackPort());
  const ready = await waitFor(
    async () => {
      const found = await readPostmaster(cluster.home.data);
      if (ended()) return 'ended';
      return found?.status === 'ready' && isRunning(found.pid) ? found : undefined;
    },
    { withinMs: READY_MS, everyMs: 10 },
  );
  if (typeof ready === 'object') return ready;
  const tail = await logTail(cluster);
  if (ready === 'ended' && /shared memory block|Address already in use|lock file/.test(tail)) return undefined;
  throw new PlainError(`PostgreSQL did not start. Its log (${cluster.home.log}) ends with:\n${tail}`);
}

/**
 * Spawns the server in a session of its own, so that Ctrl-C in the terminal does not reach it before the API, and
 * unreferenced. Windows goes through pg_ctl, which drops the administrator rights that PostgreSQL refuses.
 */
async function spawnServer(cluster: Cluster, port: number): Promise<() => boolean> {
  const { home, binaries, account, durability } = cluster;
  await rename(home.log, `${home.log}.1`).catch(() => undefined);
  const settings = serverSettings(port, durability).flatMap((setting) => ['-c', setting]);
  if (process.platform === 'win32') {
    const options = settings.map((setting) => (setting.endsWith('=') ? `${setting}''` : setting)).join(' ');
    const { code } = await run(program(binaries.folder, 'pg_ctl'), [
      ...['start', '-W', '-D', home.data, '-l', home.log, '-o', options],
    ]);
    return () => code !== 0;
  }
  const log = await open(home.log, 'a', 0o600);
  if (account) await chown(home.log, account.uid, account.gid);
  const child = spawn(program(binaries.folder, 'postgres'), ['-D', home.data, ...settings], {
    ...asAccount(account),
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  let over = false;
  child.on('exit', () => (over = true));
  child.on('error', () => (over = true));
  child.unref();
  await log.close();
  return () => over;
}

/** Stops the server: politely first (`fast`), at once when that takes too long. Does nothing when it does not run. */
export async function stopServer({ home, binaries, account, log }: Cluster): Promise<void> {
  const pid = (await readPostmaster(home.data))?.pid ?? 0;
  for (const [mode, seconds] of [
    ['fast', 30],
    ['immediate', 10],
  ] as const) {
    if (!isRunning(pid)) return;
    const args = ['stop', '-D', home.data, '-m', mode, '-w', '-t', `${seconds}`];
    await run(program(binaries.folder, 'pg_ctl'), args, { account, withinMs: (seconds + 5) * 1000 });
    // pg_ctl waits for the pid file to go, which is a moment before the process does.
    await waitFor(() => !isRunning(pid), { withinMs: 2_000 });
  }
  if (isRunning(pid)) log(`PostgreSQL (process ${pid}) did not stop; its next start recovers by itself.`);
}

/** Resolves when the process is gone, whoever ended it. Does not keep our own process alive. */
export function gone(pid: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (isRunning(pid)) return;
      clearInterval(timer);
      resolve();
    }, 250).unref();
  });
}

async function freeLoopbackPort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new PlainError('No free port on 127.0.0.1.');
  return address.port;
}

async function logTail({ home }: Cluster): Promise<string> {
  const text = await readFile(home.log, 'utf8').catch(() => '(empty)');
  return text.trim().split('\n').slice(-12).join('\n');
}
