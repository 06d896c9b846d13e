import { randomBytes } from 'node:crypto';
import { chmod, chown, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import type { Home } from './home.ts';
import type { Account } from './run.ts';

/** The password of the database's superuser, or undefined when there is none yet. Closes a file others could read. */
export async function readPassword(home: Home, log: (line: string) => void): Promise<string | undefined> {
  const file = await stat(home.password).catch(() => undefined);
  if (!file) return undefined;
  if (process.platform !== 'win32' && (file.mode & 0o077) !== 0) {
    await chmod(home.password, 0o600);
    log(`The database password in ${home.password} was readable by others; it is now readable by you alone.`);
  }
  return (await readFile(home.password, 'utf8')).trim() || undefined;
}

/** Makes a new random password and keeps it in a file of mode 0600. */
export async function makePassword(home: Home): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  const unfinished = `${home.password}.unfinished`;
  await rm(unfinished, { force: true });
  await writeFile(unfinished, `${password}\n`, { mode: 0o600, flag: 'wx' });
  await rename(unfinished, home.password);
  return password;
}

/**
 * Lends the password to a program that runs under another account, which cannot read our 0600 file, for as long as
 * `use` takes. The file has mode 0600 and belongs to that account.
 */
export async function lendPassword<T>(
  home: Home,
  password: string,
  account: Account | undefined,
  use: (file: string) => Promise<T>,
): Promise<T> {
  const file = `${home.password}.lent`;
  await rm(file, { force: true });
  try {
    await writeFile(file, `${password}\n`, { mode: 0o600, flag: 'wx' });
    if (account) await chown(file, account.uid, account.gid);
    return await use(file);
  } finally {
    await rm(file, { force: true });
  }
}
