import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { PlainError } from '../postgres/plain-error.ts';
import { waitFor } from '../postgres/wait.ts';
import { describeEnd, startChild, type Child } from './child.ts';
import type { Project } from './project.ts';
import { readableTail } from './words.ts';

/** Logs of earlier starts that are kept. */
const KEPT_LOGS = 4;
const READY_MS = 60_000;

export interface ApiContext {
  readonly project: Project;
  /** The settings of the API, on top of our own environment. */
  readonly env: NodeJS.ProcessEnv;
  readonly logToConsole: boolean;
  readonly signal: AbortSignal;
  /** Told the process number of the child at work, so that the next start can wait for it. */
  readonly onChild: (pid: number) => Promise<void>;
}

/** Runs one command of the API (`migrate`, `seed …`) to its end. Throws a PlainError with the end of what it said. */
export async function runApi(args: readonly string[], context: ApiContext): Promise<void> {
  const { project, signal } = context;
  const child = await launch(args, context);
  const stop = (): void => void child.stop();
  signal.addEventListener('abort', stop, { once: true });
  const end = await child.ended;
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  if (end.code === 0) return;
  throw new PlainError(`${await logTail(project)}\nThe step "${args[0]}" failed (${describeEnd(end)}).`);
}

/** Starts the server and returns when it says it is ready. Throws a PlainError with the end of its log when it ends. */
export async function serveApi(context: ApiContext, port: number): Promise<Child> {
  const child = await launch(['serve'], context);
  let over = false;
  void child.ended.then(() => (over = true));
  try {
    const ready = await waitFor(async () => over || (await answers(`http://127.0.0.1:${port}/readyz`)), {
      withinMs: READY_MS,
      everyMs: 50,
      signal: context.signal,
    });
    if (ready && !over) return child;
  } catch (error) {
    await child.stop();
    throw error;
  }
  const why = over ? `stopped while starting (${describeEnd(await child.ended)})` : 'was not ready within a minute';
  await child.stop();
  throw new PlainError(
    `${await logTail(context.project)}\nHaven's server ${why}. Its log is in ${logFile(context.project)}.`,
  );
}

/** Begins a new log and keeps the last few. */
export async function rotateLogs(project: Project): Promise<void> {
  await mkdir(project.logs, { recursive: true });
  const name = (age: number): string => (age === 0 ? logFile(project) : `${logFile(project)}.${age}`);
  for (let age = KEPT_LOGS - 1; age >= 0; age -= 1) await rename(name(age), name(age + 1)).catch(() => undefined);
}

/** The end of the API's log, readable. */
export async function logTail(project: Project): Promise<string> {
  return readableTail(await readFile(logFile(project), 'utf8').catch(() => ''), 20);
}

/** The API's log of the latest start. */
export function logFile(project: Project): string {
  return join(project.logs, 'api.log');
}

/** The channel is how a child learns that we were killed: it closes with us, and the child stops itself. */
async function launch(args: readonly string[], context: ApiContext): Promise<Child> {
  const { project, env, logToConsole, signal } = context;
  signal.throwIfAborted();
  const log = await open(logFile(project), 'a', 0o600);
  const out = logToConsole ? 'pipe' : log.fd;
  const child = await startChild(project.api, args, { cwd: project.root, env, stdio: ['ignore', out, out, 'ipc'] });
  if (logToConsole) {
    const file = log.createWriteStream();
    for (const stream of [child.process.stdout, child.process.stderr]) {
      stream?.pipe(file, { end: false });
      stream?.on('data', (chunk: Buffer) => process.stdout.write(chunk));
    }
    void child.ended.then(() => file.end());
  } else {
    await log.close();
  }
  await context.onChild(child.pid);
  return child;
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
