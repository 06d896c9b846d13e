import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serverAccount } from './account.ts';
import { isComplete, prepareCluster, type Cluster } from './cluster.ts';
import { findHome, reachableHome, type Home } from './home.ts';
import { takeLock } from './lock.ts';
import { findOrphan } from './orphan.ts';
import { readPassword } from './password.ts';
import { isRunning, readPostmaster, servesData, type Postmaster } from './pidfile.ts';
import { PlainError } from './plain-error.ts';
import { choosePrograms } from './programs.ts';
import { ensureDatabase, withDatabase } from './query.ts';
import { gone, startServer, stopServer } from './server.ts';

export interface PostgresOptions {
  /** The folder that holds everything of this server (data, password, log); made when missing. */
  readonly dataDir: string;
  /** Told, in plain sentences, what is out of the ordinary. */
  readonly log: (line: string) => void;
  /** The database to create and to name in `url` (`haven` when left out). */
  readonly database?: string;
  /** False turns off everything that protects against a crash: for throw-away servers of tests only. */
  readonly durable?: boolean;
}

export interface RunningPostgres {
  /** postgres://haven:…@127.0.0.1:port/database, of the superuser. */
  readonly url: string;
  /** The process number of the server. */
  readonly pid: number;
  /** True when the server was already running, left over from a killed owner. */
  readonly adopted: boolean;
  /** PostgreSQL's major version. */
  readonly major: number;
  /** Resolves when the server is gone, also when it was not us who stopped it. */
  readonly gone: Promise<void>;
  /** Stops the server and gives the folder free. Calling it twice is the same as once. */
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL of our own in `dataDir`, or adopts the one that a killed owner left running there.
 * One owner at a time: a second caller gets a PlainError, as for everything else that a person can put right.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { home, account } = await settle(options);
  const release = takeLock(home.lock);
  if (!release) throw inUse(home);
  try {
    const binaries = await choosePrograms(home, account);
    const durability = options.durable === false ? 'throwaway' : 'durable';
    const cluster: Cluster = { home, binaries, account, durability, log: options.log };
    await guardDurability(cluster);
    return await open(cluster, options.database ?? 'haven', release);
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * Stops a server left running in `dataDir` by a killed owner, if there is one.
 * Throws a PlainError while an owner is alive.
 */
export async function stopLeftover(dataDir: string, log: (line: string) => void): Promise<void> {
  const home = await findHome(dataDir);
  const release = takeLock(home.lock);
  if (!release) throw inUse(home);
  release();
  if (!(await isComplete(home.data))) return;
  const { stop } = await startPostgres({ dataDir, log, durable: !(await exists(throwawayMark(home))) });
  await stop();
}

function inUse(home: Home): PlainError {
  return new PlainError(`The database in ${home.folder} is already in use by another Haven. Stop that one first.`);
}

async function settle({ dataDir, log }: PostgresOptions): Promise<{ home: Home; account: Cluster['account'] }> {
  const home = await findHome(dataDir);
  const account = await serverAccount(home.data);
  return account ? { home: await reachableHome(dataDir, account, log), account } : { home, account };
}

async function open(cluster: Cluster, database: string, release: () => void): Promise<RunningPostgres> {
  const orphan = await adopt(cluster);
  const password = orphan?.password ?? (await prepareCluster(cluster));
  const server = orphan?.server ?? (await startServer(cluster));
  const url = address(password, server.port);
  try {
    await ensureDatabase(url, database);
  } catch (error) {
    await stopServer(cluster);
    throw error;
  }
  let stopping: Promise<void> | undefined;
  return {
    url: withDatabase(url, database),
    pid: server.pid,
    adopted: orphan !== undefined,
    major: cluster.binaries.major,
    gone: gone(server.pid),
    stop: () => (stopping ??= stopServer(cluster).finally(release)),
  };
}

async function adopt(cluster: Cluster): Promise<{ server: Postmaster; password: string } | undefined> {
  const { home, log } = cluster;
  if (!(await isComplete(home.data))) return undefined;
  const password = await readPassword(home, log);
  if (password === undefined) {
    // Without its password the server is no use: it has to stop before it can get a new one.
    const pid = (await readPostmaster(home.data))?.pid ?? 0;
    if (isRunning(pid) && (await servesData(pid, home.data)) === 'yes') await stopServer(cluster);
    return undefined;
  }
  const server = await findOrphan(home.data, (port) => address(password, port));
  return server && { server, password };
}

function address(password: string, port: number): string {
  return `postgres://haven:${password}@127.0.0.1:${port}/postgres`;
}

/** People's records are never opened without protection against crashes: only a folder that began as throw-away is. */
async function guardDurability({ home, durability }: Cluster): Promise<void> {
  const mark = throwawayMark(home);
  const isNew = !(await isComplete(home.data));
  if (durability === 'throwaway' && isNew) await writeFile(mark, 'A throw-away database for tests.\n');
  if (durability === 'throwaway' && !(await exists(mark))) {
    throw new PlainError(
      `${home.folder} holds a lasting database; it is not started without protection against crashes.`,
    );
  }
}

function throwawayMark(home: Home): string {
  return join(home.folder, 'throwaway');
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
