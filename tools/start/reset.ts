/** `npm run reset`: empties what Haven keeps in this folder (database, objects, demo accounts), so that it begins anew. */
import { realpath, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { PlainError } from '../postgres/plain-error.ts';
import { stopLeftover } from '../postgres/postgres.ts';
import { errorText } from './lifetime.ts';
import { projectIn } from './project.ts';
import { settleIn } from './running.ts';

const project = projectIn(process.cwd());
const THINGS = [
  ['the database', project.postgres],
  ['the stored files', join(project.data, 'objects')],
  ['the demo accounts', project.accounts],
] as const;

try {
  await reset();
} catch (error) {
  console.error(errorText(error));
  process.exitCode = 1;
}

async function reset(): Promise<void> {
  const tenancy = await settleIn(project, 0);
  try {
    const there = [];
    for (const [what, path] of THINGS) if (await exists(path)) there.push({ what, path });
    if (process.env['DATABASE_URL']) console.log('The database of DATABASE_URL is not ours: it stays as it is.');
    if (there.length === 0) return console.log('There is nothing to remove.');
    if (!(await agreed(there.map(({ what }) => what)))) return console.log('Nothing was removed.');
    for (const { what, path } of there) {
      if (path === project.postgres) await stopLeftover(path, (line) => console.log(line));
      await remove(path);
      console.log(`✓ Removed ${what} (${path})`);
    }
  } finally {
    await tenancy.end();
  }
}

async function agreed(what: readonly string[]): Promise<boolean> {
  if (process.argv.includes('--yes')) return true;
  if (!process.stdin.isTTY)
    throw new PlainError('Nobody is there to ask. To remove without asking: npm run reset -- --yes');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(
    `This removes ${what.join(', ')} of this folder for good. Type yes to go on: `,
  );
  terminal.close();
  return answer.trim().toLowerCase() === 'yes';
}

/** Also what a link leads to: as root, the database may live outside of the project. */
async function remove(path: string): Promise<void> {
  await rm(await realpath(path), { recursive: true, force: true });
  await rm(path, { recursive: true, force: true });
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
