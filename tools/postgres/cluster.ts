import { access, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { program, type Binaries } from './binaries.ts';
import { giveTo, type Home } from './home.ts';
import { lendPassword, makePassword, readPassword } from './password.ts';
import { PlainError } from './plain-error.ts';
import { run, type Account } from './run.ts';
import { initdbArguments, type Durability } from './settings.ts';

/** One database server's files with the means to run them. */
export interface Cluster {
  readonly home: Home;
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  readonly durability: Durability;
  readonly log: (line: string) => void;
}

/** Makes the data folder when it is missing or was left half made, and returns the superuser's password. */
export async function prepareCluster(cluster: Cluster): Promise<string> {
  const { home, log } = cluster;
  await rm(home.unfinished, { recursive: true, force: true });
  const kept = await readPassword(home, log);
  if (await isComplete(home.data)) return kept ?? replacePassword(cluster);
  if (await exists(home.data)) {
    const aside = `${home.data}.incomplete-${Date.now()}`;
    await rename(home.data, aside);
    log(`The database folder was incomplete and never usable; it is now ${aside}, and a new one is made.`);
  }
  const password = kept ?? (await makePassword(home));
  await initialise(cluster, password);
  return password;
}

/** A data folder is complete once it has its control file, which initdb writes after the catalogue is filled. */
export async function isComplete(data: string): Promise<boolean> {
  return (await exists(join(data, 'PG_VERSION'))) && (await exists(join(data, 'global', 'pg_control')));
}

async function initialise({ home, binaries, account, durability }: Cluster, password: string): Promise<void> {
  await mkdir(home.unfinished, { mode: 0o700 });
  if (account) await giveTo(account, home.unfinished);
  const { code, output } = await lendPassword(home, password, account, (file) =>
    run(
      program(binaries.folder, 'initdb'),
      ['-D', home.unfinished, ...initdbArguments(binaries.major, file, durability)],
      { account, withinMs: 120_000 },
    ),
  );
  if (code !== 0)
    throw new PlainError(`PostgreSQL could not make its data folder ${home.unfinished}:\n${output.trim()}`);
  await rename(home.unfinished, home.data);
}

/** The password file is gone: whoever owns the files may set a new password, with the server's single-user mode. */
async function replacePassword({ home, binaries, account, log }: Cluster): Promise<string> {
  const password = await makePassword(home);
  const { code, output } = await run(program(binaries.folder, 'postgres'), ['--single', '-D', home.data, 'postgres'], {
    account,
    input: `ALTER ROLE haven PASSWORD '${password}'\n`,
  });
  if (code !== 0) {
    await rm(home.password, { force: true });
    throw new PlainError(`The database password is lost and a new one could not be set:\n${output.trim()}`);
  }
  log('The database password file was missing; the database has a new password.');
  return password;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
