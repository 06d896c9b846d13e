import { createHash } from 'node:crypto';
import { chmod, chown, cp, lchown, mkdir, readdir, realpath, rename, rm, rmdir, stat, symlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { canEnter } from './account.ts';
import { PlainError } from './plain-error.ts';
import type { Account } from './run.ts';

/** Where a database goes when the server's account cannot reach the project (root's own home is closed to others). */
const OUTSIDE = '/var/lib/haven';

/** The files of one database server, all in one folder. */
export interface Home {
  readonly folder: string;
  /** The PostgreSQL data folder, complete or absent. */
  readonly data: string;
  /** A data folder in the making: renamed to `data` when initdb has finished. */
  readonly unfinished: string;
  /** The superuser's password, mode 0600. */
  readonly password: string;
  /** The server's own log, from its latest start. */
  readonly log: string;
  /** A copy of the PostgreSQL programs, where the server's account could not reach the installed ones. */
  readonly programs: string;
  readonly lock: string;
}

/** Names the files of the server in `folder`. */
export function homeIn(folder: string): Home {
  return {
    folder,
    data: join(folder, 'data'),
    unfinished: join(folder, 'data.unfinished'),
    password: join(folder, 'password'),
    log: join(folder, 'server.log'),
    programs: join(folder, 'programs'),
    lock: join(folder, 'lock'),
  };
}

/** Makes the folder if it is missing and follows the link to where the server's files really are. */
export async function findHome(wanted: string): Promise<Home> {
  await mkdir(await realpath(wanted).catch(() => resolve(wanted)), { recursive: true, mode: 0o711 });
  return homeIn(await realpath(wanted));
}

/**
 * Makes sure that the server's account can enter its folder. Where a parent folder is closed to it, the files live in
 * /var/lib/haven and `wanted` becomes a link to them; `log` is told. Throws a PlainError when both places hold data.
 */
export async function reachableHome(wanted: string, account: Account, log: (line: string) => void): Promise<Home> {
  const here = await findHome(wanted);
  await chmod(here.folder, 0o711);
  if (await canEnter(account, here.folder)) return here;
  const place = resolve(wanted);
  const name = `${basename(dirname(dirname(place)))}-${createHash('sha256').update(place).digest('hex').slice(0, 8)}`;
  const outside = join(OUTSIDE, name);
  await move(here.folder, outside);
  if (await stat(homeIn(outside).data).catch(() => undefined)) await giveTo(account, homeIn(outside).data);
  await symlink(outside, place);
  await chmod(OUTSIDE, 0o711);
  await chmod(outside, 0o711);
  log(`The database files are in ${outside}: PostgreSQL runs as ${account.name}, who cannot enter ${dirname(place)}.`);
  return homeIn(outside);
}

async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o711 });
  const [here, there] = await Promise.all([readdir(from), readdir(to).catch(() => [])]);
  if (here.length === 0) {
    await rmdir(from);
    await mkdir(to, { recursive: true, mode: 0o711 });
    return;
  }
  if (there.length > 0) throw new PlainError(`Both ${from} and ${to} hold a database. Move one of them away.`);
  await rmdir(to).catch(() => undefined);
  await rename(from, to).catch(async () => {
    await cp(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
    await rm(from, { recursive: true });
  });
}

/** Gives a folder and everything in it to an account. */
export async function giveTo(account: Account, folder: string): Promise<void> {
  await chown(folder, account.uid, account.gid);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    await (entry.isDirectory() ? giveTo(account, path) : lchown(path, account.uid, account.gid));
  }
}
