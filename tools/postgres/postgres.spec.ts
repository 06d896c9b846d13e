import { chmod, mkdtemp, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { homeIn } from './home.ts';
import { isRunning } from './pidfile.ts';
import { startPostgres, stopLeftover, type PostgresOptions, type RunningPostgres } from './postgres.ts';
import { query } from './query.ts';
import { roomyTemp } from './temp.ts';
import { endOwner, killOwner, owner } from './testing/owner.ts';
import { waitFor } from './wait.ts';

const HOLD = join(__dirname, 'testing', 'hold.ts');

let folder: string;
let lines: string[];
const running: RunningPostgres[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(await roomyTemp(), 'haven-postgres-'));
  lines = [];
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((postgres) => postgres.stop()));
  await stopLeftover(folder, () => undefined);
  await rm(folder, { recursive: true, force: true });
});

async function start(options: Partial<PostgresOptions> = {}): Promise<RunningPostgres> {
  const postgres = await startPostgres({
    dataDir: folder,
    durable: false,
    log: (line) => lines.push(line),
    ...options,
  });
  running.push(postgres);
  return postgres;
}

async function setting(url: string, name: string): Promise<unknown> {
  return (await query(url, `SELECT current_setting('${name}') AS value`))[0]?.['value'];
}

describe('startPostgres', () => {
  it('starts a durable server on loopback with checksums and SCRAM, stops it, and keeps what was written', async () => {
    const first = await start({ durable: true });
    expect(new URL(first.url).hostname).toBe('127.0.0.1');
    expect(await setting(first.url, 'data_checksums')).toBe('on');
    expect(await setting(first.url, 'fsync')).toBe('on');
    expect(await setting(first.url, 'synchronous_commit')).toBe('on');
    expect(await readFile(join(homeIn(folder).data, 'pg_hba.conf'), 'utf8')).not.toMatch(/^\w.*\btrust$/m);
    await query(first.url, "CREATE TABLE kept AS SELECT 'señora' AS word");
    await first.stop();
    expect(isRunning(first.pid)).toBe(false);

    const second = await start({ durable: true });
    expect(await query(second.url, 'SELECT upper(word) AS word FROM kept')).toEqual([{ word: 'SEÑORA' }]);
    expect(lines).toEqual([]);
  });

  it('answers questions that PostgreSQL gives to workers in parallel', async () => {
    const { url } = await start();
    await query(url, 'CREATE TABLE many AS SELECT n FROM generate_series(1, 400000) n');
    expect(await query(url, 'CREATE INDEX ON many (n)')).toEqual([]);
    await query(url, 'ALTER ROLE CURRENT_USER SET parallel_setup_cost = 0');
    const plan = JSON.stringify(await query(url, 'EXPLAIN SELECT count(*) FROM many WHERE n % 3 = 0'));
    expect(plan).toContain('Gather');
    expect(await query(url, 'SELECT count(*)::int AS n FROM many WHERE n % 3 = 0')).toEqual([{ n: 133_333 }]);
    expect(await setting(url, 'default_text_search_config')).toBe('pg_catalog.simple');
  });

  it('refuses a wrong password and keeps its own in a file of mode 0600', async () => {
    const { url } = await start();
    await expect(query(url.replace(/haven:[^@]*/, 'haven:guess'), 'SELECT 1')).rejects.toThrow(/authentication/);
    expect((await stat(homeIn(folder).password)).mode & 0o777).toBe(0o600);
  });

  it('runs without protection against crashes only where that was so from the beginning', async () => {
    await (await start({ durable: true })).stop();
    await expect(start({ durable: false })).rejects.toThrow(/lasting database/);
  });

  it('says when the server is gone, also when somebody else ended it', async () => {
    const { pid, gone, stop } = await start();
    process.kill(pid, 'SIGKILL');
    await gone;
    expect(isRunning(pid)).toBe(false);
    await stop();
    expect((await start()).adopted).toBe(false);
  });
});

describe('after a kill -9 of the owner', () => {
  it('adopts the server it left, with everything in it, and can stop it', async () => {
    const { child, report } = await owner(HOLD, folder);
    await query(report.url, 'CREATE TABLE kept AS SELECT 42 AS n');
    await killOwner(child);
    expect(isRunning(report.pid)).toBe(true);

    const adopted = await start();
    expect(adopted).toMatchObject({ adopted: true, pid: report.pid, url: report.url });
    expect(await query(adopted.url, 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
    await adopted.stop();
    expect(isRunning(report.pid)).toBe(false);
  });

  it('does not adopt a server that refuses our password, and says how to go on', async () => {
    const { child, report } = await owner(HOLD, folder);
    await killOwner(child);
    await writeFile(homeIn(folder).password, 'another\n');
    await expect(start()).rejects.toThrow(`kill ${report.pid}`);
    process.kill(report.pid, 'SIGINT');
    await waitFor(() => !isRunning(report.pid), { withinMs: 10_000 });
    await unlink(homeIn(folder).password);
  });

  it('recovers when the server was killed too, with nothing acknowledged lost', async () => {
    const { child, report } = await owner(HOLD, folder, 'durable');
    await query(report.url, 'CREATE TABLE kept AS SELECT 42 AS n');
    await killOwner(child);
    process.kill(report.pid, 'SIGKILL');
    const { url } = await start({ durable: true });
    expect(await query(url, 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
  });
});

describe('what earlier trouble left behind', () => {
  it.each([
    ['now belongs to another program', `${process.ppid}`],
    ['belongs to nobody', '4194000'],
    ['is unreadable', 'x'],
  ])('a postmaster.pid whose number %s does not stop the start', async (_, number) => {
    await (await start()).stop();
    const { data } = homeIn(folder);
    await writeFile(join(data, 'postmaster.pid'), `${number}\n${data}\n1700000000\n1\n\n127.0.0.1\n1 1\nready\n`);
    expect((await start()).adopted).toBe(false);
  });

  it('a password file open to others is closed, and said', async () => {
    await (await start()).stop();
    await chmod(homeIn(folder).password, 0o644);
    await start();
    expect((await stat(homeIn(folder).password)).mode & 0o777).toBe(0o600);
    expect(lines).toEqual([expect.stringContaining('readable by others')]);
  });

  it('a lost password file is made anew, with the server stopped or left running', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS n');
    await first.stop();
    await unlink(homeIn(folder).password);
    const { child, report } = await owner(HOLD, folder);
    await killOwner(child);
    await unlink(homeIn(folder).password);
    const again = await start();
    expect(again.pid).not.toBe(report.pid);
    expect(await query(again.url, 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
  });

  it('a half-finished initdb is done again', async () => {
    await (await start()).stop();
    const { data, unfinished } = homeIn(folder);
    await rm(join(data, 'global', 'pg_control'));
    await writeFile(unfinished, 'of another time');
    await start();
    expect(lines).toEqual([expect.stringContaining('incomplete')]);
    await expect(stat(unfinished)).rejects.toThrow('ENOENT');
  });
});

describe('two at once', () => {
  it('tells the second owner plainly, in this process and in another, and lets it in after the first', async () => {
    const first = await start();
    await expect(start()).rejects.toThrow('already in use');
    const refused = await owner(HOLD, folder);
    expect(refused.report.refused).toMatch(/already in use by another Haven/);
    await first.stop();
    const second = await owner(HOLD, folder);
    expect(second.report.pid).toBeGreaterThan(0);
    await endOwner(second.child);
    expect(isRunning(second.report.pid)).toBe(false);
  });
});
