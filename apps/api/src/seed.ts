import { randomInt } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { ImportCourse, Publishing, Releases } from '@haven/catalog/api';
import { People } from '@haven/identity/api';
import { type Config, type Person } from '@haven/shared/api';
import { Role } from '@haven/shared/contract';
import * as z from 'zod';
import { AppModule } from './app.module';
import { loggerFor } from './create-app';

const DemoPerson = z.strictObject({
  key: z.string(),
  name: z.string(),
  email: z.email(),
  role: Role.exclude(['guest']),
});
type DemoPerson = z.infer<typeof DemoPerson>;

/** An account that was made for the demo, with the password that only its printout knows. */
export interface DemoAccount extends DemoPerson {
  readonly password: string;
}

/**
 * Brings in the demo world of `folder`: its people, with passwords made now and written to `demo-accounts.json` in the data folder, and its
 * course packages, published as the editor would. What is already there stays as it is, so that running again after a crash completes it.
 */
export async function seed(config: Config, folder: string): Promise<void> {
  const app = await NestFactory.createApplicationContext(AppModule.with({ ...config, HAVEN_ROLE: 'api' }), {
    logger: loggerFor({ ...config, LOG_LEVEL: 'error' }),
  });
  try {
    await seedWorld(
      {
        people: app.get(People),
        courses: app.get(ImportCourse),
        publishing: app.get(Publishing),
        releases: app.get(Releases),
      },
      config,
      folder,
    );
  } finally {
    await app.close();
  }
}

/** The parts of the application that a demo world enters by. */
export interface Doors {
  readonly people: People;
  readonly courses: ImportCourse;
  readonly publishing: Publishing;
  readonly releases: Releases;
}

/** Brings the world of `folder` in through `doors` and answers the accounts that it made. */
export async function seedWorld(
  doors: Doors,
  config: Pick<Config, 'DATA_DIR'>,
  folder: string,
): Promise<readonly DemoAccount[]> {
  const accounts = await seedPeople(doors.people, config, folder);
  const author = await personOf(doors.people, accounts, 'author');
  const editor = await personOf(doors.people, accounts, 'editor');
  const packages = (await readdir(join(folder, 'courses'))).sort().reverse();
  for (const name of packages) {
    const course = await doors.courses.run(join(folder, 'courses', name), author.id);
    // Whoever deleted it wants it so.
    if (course.deletedAt) continue;
    if ((await doors.releases.list(editor, course.id, { limit: 1 })).items.length > 0) continue;
    const { draft } = await doors.publishing.preview(editor, course.id);
    await doors.publishing.publish(editor, course.id, { draft, note: 'First release', at: null, completed: 'none' });
    console.log(`Published "${name}".`);
  }
  return accounts;
}

async function seedPeople(
  people: People,
  { DATA_DIR }: Pick<Config, 'DATA_DIR'>,
  folder: string,
): Promise<DemoAccount[]> {
  const file = join(DATA_DIR, 'demo-accounts.json');
  const known = await readAccounts(file);
  const world = z.array(DemoPerson).parse(JSON.parse(await readFile(join(folder, 'people.json'), 'utf8')));
  const accounts = world.map((person) => ({
    ...person,
    password: known.find((k) => k.key === person.key)?.password ?? makePassword(),
  }));
  // Written before the accounts are made: a crash between the two must not leave accounts whose passwords nobody knows.
  await mkdir(DATA_DIR, { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  for (const account of accounts) await people.makeAccount(account);
  return accounts;
}

/** The accounts of an earlier start; none where there was none. */
async function readAccounts(file: string): Promise<DemoAccount[]> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as DemoAccount[];
  } catch {
    return [];
  }
}

async function personOf(people: People, accounts: readonly DemoAccount[], role: DemoPerson['role']): Promise<Person> {
  const row = await people.byEmail(accounts.find((account) => account.role === role)?.email ?? '');
  if (!row) throw new Error(`people.json names no ${role}.`);
  return { id: row.id, role: row.role };
}

/** Four groups of four letters and digits that are not mistaken for each other: 80 bits. */
function makePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789x';
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
