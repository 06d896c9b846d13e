import { readFile, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { PlainError } from './plain-error.ts';
import { run, type Account } from './run.ts';

/**
 * The account that PostgreSQL runs under. PostgreSQL refuses to run as root, so root lends the server another
 * account: the owner of an existing data folder, else `nobody`, else the first ordinary one.
 * Returns undefined where the server runs as ourselves. Throws a PlainError when the data belong to someone else.
 */
export async function serverAccount(dataFolder: string): Promise<Account | undefined> {
  if (!process.getuid) return undefined;
  const owner = await stat(dataFolder).catch(() => undefined);
  const me = process.getuid();
  if (me !== 0) {
    if (!owner || owner.uid === me) return undefined;
    throw new PlainError(
      `The database files in ${dataFolder} belong to another user (number ${owner.uid}), because Haven was started ` +
        `there as root. Start it as root again, or make them yours: sudo chown -R ${userInfo().username} ${dirname(dirname(dataFolder))}`,
    );
  }
  const accounts = readAccounts(await readFile('/etc/passwd', 'utf8').catch(() => ''));
  if (owner && owner.uid !== 0) {
    return accounts.find(({ uid }) => uid === owner.uid) ?? { name: `${owner.uid}`, uid: owner.uid, gid: owner.gid };
  }
  const account = chooseAccount(accounts);
  if (account) return account;
  throw new PlainError(
    'PostgreSQL cannot run as root and this machine has no other user: add one, for example nobody.',
  );
}

/** Reads the accounts of an /etc/passwd text, in its order. macOS writes `nobody` as -2, which is 4294967294. */
export function readAccounts(passwd: string): Account[] {
  return passwd
    .split('\n')
    .filter((line) => line.includes(':') && !line.startsWith('#'))
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name: name ?? '', uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }));
}

/** The account root lends to the server, or undefined when there is none but root. */
export function chooseAccount(accounts: readonly Account[]): Account | undefined {
  return (
    accounts.find(({ name, uid }) => name === 'nobody' && uid !== 0) ??
    accounts.find(({ uid }) => uid >= 1000) ??
    accounts.find(({ uid }) => uid !== 0)
  );
}

/** Whether the account can really enter a folder: tried as that account, since every parent folder has its say. */
export async function canEnter(account: Account, folder: string): Promise<boolean> {
  return (await run('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { account })).code === 0;
}
