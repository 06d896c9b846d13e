import { once } from 'node:events';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { isRunning } from '../postgres/pidfile.ts';
import { stopLeftover } from '../postgres/postgres.ts';
import { waitFor } from '../postgres/wait.ts';
import { allGone, fakeProject, removeProject, Start } from './testing/fake-project.ts';

let root: string;
beforeEach(async () => {
  root = await fakeProject();
});
afterEach(async () => {
  await Start.endAll();
  await stopLeftover(join(root, '.haven/postgres'), () => undefined);
  await removeProject(root);
});

describe('npm start', () => {
  it('says where it is and who can sign in; Ctrl-C, also twice, leaves no process', async () => {
    const start = new Start(root);
    const pids = await start.processes();
    const url = /Haven is ready: (\S+)/.exec(start.output)?.[1] ?? '';
    expect(await (await fetch(url)).text()).toBe('ready');
    expect(start.output).toContain('administrator  Ada  ada@example.org  k3y');
    expect(start.output).toMatch(/✓ Database schema \(\d+\.\d s\)/);
    expect((await stat(join(root, '.haven/logs/api.log'))).mode & 0o777).toBe(0o600);

    const second = new Start(root);
    expect(await second.ended).toBe(1);
    expect(second.output).toContain(`Haven already runs in this folder (process ${pids.launcher}), at ${url}`);
    expect(isRunning(pids.server)).toBe(true);

    start.interrupt();
    start.interrupt();
    expect(await start.ended).toBe(0);
    expect(await allGone(pids)).toBe(true);
  });

  it('moves to another port when the first is taken, and says so', async () => {
    const other = createServer().listen(0);
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const start = new Start(root, { PORT: `${port}`, HAVEN_DEMO: 'off', HAVEN_LOG: 'console' });
    const pids = await start.processes();
    expect(start.output).toMatch(new RegExp(`Port ${port} is taken by another program: Haven uses \\d+`));
    expect(start.output).toContain('"msg":"serve begins"');
    expect(start.output).not.toContain('seed begins');
    start.child.kill('SIGTERM');
    expect(await start.ended).toBe(0);
    expect(await allGone(pids)).toBe(true);
    other.close();
  });

  it.each([
    [{ PORT: 'x' }, 'PORT must be a whole number'],
    [{ FAKE_MIGRATION: 'fails' }, 'HAVEN_MAIL must be an address.'],
    [{ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, 'The PostgreSQL of DATABASE_URL cannot be used'],
  ])('ends with a plain sentence for %j', async (env, sentence) => {
    const start = new Start(root, env);
    expect(await start.ended).toBe(1);
    expect(start.output).toContain(sentence);
    expect(start.output).not.toMatch(/^\s+at /m);
  });
});

describe('the build', () => {
  async function fakeNx(script: string): Promise<void> {
    await mkdir(join(root, 'node_modules/nx'));
    await writeFile(join(root, 'node_modules/nx/package.json'), '{ "bin": { "nx": "nx.mjs" } }');
    await writeFile(join(root, 'node_modules/nx/nx.mjs'), script);
    await mkdir(join(root, 'libs'));
    await writeFile(join(root, 'libs/changed.ts'), '');
  }

  it('runs when a source has changed, once', async () => {
    await fakeNx(`console.log(process.argv.slice(2).join(' '));`);
    for (const line of [/✓ Build \(/, '✓ Build is up to date']) {
      const start = new Start(root);
      await start.processes();
      expect(start.output).toMatch(line);
      start.interrupt();
      expect(await start.ended).toBe(0);
    }
    expect(await readFile(join(root, '.haven/logs/build.log'), 'utf8')).toBe('run-many -t build -p api,worker,web\n');
  });

  it('that fails shows why and starts nothing', async () => {
    await fakeNx(`console.log('main.ts: a semicolon is missing'); process.exit(1);`);
    const start = new Start(root);
    expect(await start.ended).toBe(1);
    expect(start.output).toMatch(/a semicolon is missing[^]*The build failed/);
    await expect(stat(join(root, '.haven/postgres'))).rejects.toThrow('ENOENT');
  });

  it('stops at Ctrl-C', async () => {
    await fakeNx(
      `import { writeFileSync } from 'node:fs'; writeFileSync('nx.pid', String(process.pid)); setInterval(() => {}, 1000);`,
    );
    const start = new Start(root);
    const pid = await waitFor(
      () =>
        readFile(join(root, 'nx.pid'), 'utf8')
          .then(Number, () => 0)
          .then((n) => n > 0 && n),
      {
        withinMs: 10_000,
      },
    );
    start.interrupt();
    expect(await start.ended).toBe(0);
    expect(isRunning(pid ?? 0)).toBe(false);
  });
});

describe('kill -9', () => {
  it('of everything at once: the next start recovers', async () => {
    const first = new Start(root);
    const pids = await first.processes();
    for (const pid of [first.child.pid ?? 0, ...Object.values(pids)]) process.kill(pid, 'SIGKILL');
    await first.ended;
    const second = new Start(root);
    const now = await second.processes();
    expect(now.postgres).not.toBe(pids.postgres);
    second.interrupt();
    expect(await second.ended).toBe(0);
    expect(await allGone(now)).toBe(true);
  });

  it.each(['server', 'postgres'] as const)('of the %s ends the rest with a plain sentence', async (victim) => {
    const start = new Start(root);
    const pids = await start.processes();
    process.kill(pids[victim], 'SIGKILL');
    expect(await start.ended).toBe(1);
    expect(start.output).toMatch(
      victim === 'server' ? /server ended unexpectedly \(SIGKILL\)/ : /PostgreSQL ended unexpectedly/,
    );
    expect(await allGone(pids)).toBe(true);
  });

  it('of the launcher leaves no server, and the next start goes on with the database', async () => {
    const first = new Start(root);
    const pids = await first.processes();
    process.kill(pids.launcher, 'SIGKILL');
    expect(await first.ended).not.toBe(0);

    const second = new Start(root);
    const now = await second.processes();
    expect(isRunning(pids.server)).toBe(false);
    expect(now.postgres).toBe(pids.postgres);
    expect(second.output).toContain('still running from an earlier start');
    second.interrupt();
    expect(await second.ended).toBe(0);
    expect(await allGone(now)).toBe(true);
  });

  it('of npm or of the bootstrap stops everything in order', async () => {
    const first = new Start(root, {}, ['npm', 'start']);
    const pids = await first.processes();
    first.child.kill('SIGKILL');
    expect(await allGone(pids)).toBe(true);

    const second = new Start(root);
    const again = await second.processes();
    second.child.kill('SIGKILL');
    const third = new Start(root);
    await third.says('Haven is ready');
    expect(await allGone(again)).toBe(true);
    third.interrupt();
    expect(await third.ended).toBe(0);
  });
});

describe('npm run reset', () => {
  const reset = (...args: string[]): Start => new Start(root, {}, [process.execPath, 'tools/start/reset.ts', ...args]);

  it('refuses while Haven runs, then removes what it says and nothing else', async () => {
    const start = new Start(root);
    const pids = await start.processes();
    await mkdir(join(root, '.haven/objects'));
    const refused = reset('--yes');
    expect(await refused.ended).toBe(1);
    expect(refused.output).toContain('already runs in this folder');
    process.kill(pids.launcher, 'SIGKILL');
    await start.ended;

    const unasked = reset();
    expect(await unasked.ended).toBe(1);
    expect(unasked.output).toContain('npm run reset -- --yes');
    const done = reset('--yes');
    expect(await done.ended).toBe(0);
    expect(done.output).toMatch(/Removed the database[^]*Removed the stored files[^]*Removed the demo accounts/);
    expect(await allGone(pids)).toBe(true);
    await expect(stat(join(root, '.haven/postgres'))).rejects.toThrow('ENOENT');
    await stat(join(root, '.haven/logs/api.log'));
  });
});
