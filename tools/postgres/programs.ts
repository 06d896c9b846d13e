import { constants } from 'node:fs';
import { cp, mkdir, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findBinaries, program, relink, type Binaries } from './binaries.ts';
import type { Home } from './home.ts';
import { PlainError } from './plain-error.ts';
import { run, type Account } from './run.ts';

/**
 * The programs to run this home's database with: of the version that made its data, usable by the server's account,
 * copied beside the data where that account cannot reach them. Throws a PlainError when there are none.
 */
export async function choosePrograms(home: Home, account: Account | undefined): Promise<Binaries> {
  const made = Number(await readFile(join(home.data, 'PG_VERSION'), 'utf8').catch(() => '0'));
  const all = await findBinaries();
  for (const binaries of all.filter(({ major }) => made === 0 || major === made)) {
    if (!account || (await runsAs(account, binaries.folder))) return binaries;
    const copied = { ...binaries, folder: await copyPrograms(binaries, home) };
    if (await runsAs(account, copied.folder)) return copied;
  }
  if (made > 0 && all.length > 0) {
    throw new PlainError(
      `The database in ${home.data} was made by PostgreSQL ${made}, and this machine has only ` +
        `${all.map(({ major }) => major).join(', ')}. Install PostgreSQL ${made}, or move that folder away.`,
    );
  }
  throw new PlainError(
    'No usable PostgreSQL was found. Run "npm install --no-save" again with optional packages, install PostgreSQL 15 or later ' +
      '(on Debian: apt install postgresql), or set DATABASE_URL.',
  );
}

/** Tried as the account itself: reading modes alone misses closed parent folders and missing libraries. */
async function runsAs(account: Account, folder: string): Promise<boolean> {
  return (await run(program(folder, 'postgres'), ['--version'], { account, withinMs: 10_000 })).code === 0;
}

async function copyPrograms(binaries: Binaries, home: Home): Promise<string> {
  const native = dirname(binaries.folder);
  const { size, mtimeMs } = await stat(program(binaries.folder, 'postgres'));
  const name = `${binaries.major}-${size}-${Math.round(mtimeMs)}`;
  const target = join(home.programs, name);
  const made = await stat(target).catch(() => undefined);
  if (!made) {
    await rm(home.programs, { recursive: true, force: true });
    await mkdir(home.programs, { recursive: true, mode: 0o755 });
    // Named `native`, since the list of library links counts from the folder above `native`.
    const unfinished = join(home.programs, 'unfinished', 'native');
    for (const part of await parts(native)) {
      await cp(join(native, part), join(unfinished, part), {
        recursive: true,
        verbatimSymlinks: true,
        mode: constants.COPYFILE_FICLONE,
        filter: (path) => !path.endsWith('.a') && !path.endsWith('pgxs'),
      });
    }
    await relink(unfinished);
    await rename(join(home.programs, 'unfinished'), target);
  }
  return join(target, 'native', 'bin');
}

/** The entries of a PostgreSQL installation that a server needs. */
async function parts(native: string): Promise<string[]> {
  return (await readdir(native)).filter((name) => ['bin', 'lib', 'share', 'pg-symlinks.json'].includes(name));
}
