import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PlainError } from '../postgres/plain-error.ts';
import { binOf } from './bin.ts';
import { startChild } from './child.ts';
import type { Project } from './project.ts';
import { dropStamp, isFresh, sourceStamp, writeStamp } from './stamp.ts';

/** Nx without anything that stays behind or leaves the machine. */
export const NX_ENV = { NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false' };

/**
 * Builds the API, the worker and the web app, unless what is there was built from these very sources: asking Nx alone
 * costs a second or two. Returns whether it built. Throws a PlainError with the end of the output when that fails.
 */
export async function build(project: Project, signal: AbortSignal): Promise<boolean> {
  const stamp = await sourceStamp(project.root);
  if (await isFresh(project.root, stamp)) return false;
  await dropStamp(project.root);
  await mkdir(project.logs, { recursive: true });
  const log = join(project.logs, 'build.log');
  const child = await startChild(await binOf(project.root, 'nx'), ['run-many', '-t', 'build', '-p', 'api,worker,web'], {
    cwd: project.root,
    env: NX_ENV,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const out = createWriteStream(log);
  child.process.stdout?.pipe(out, { end: false });
  child.process.stderr?.pipe(out, { end: false });
  const stop = (): void => void child.stop(3_000);
  signal.addEventListener('abort', stop, { once: true });
  const { code } = await child.ended;
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  await new Promise<void>((resolve) => out.end(resolve));
  if (code !== 0) throw new PlainError(`${await tail(log)}\nThe build failed; its whole output is in ${log}.`);
  await writeStamp(project.root, stamp);
  return true;
}

async function tail(log: string): Promise<string> {
  return (await readFile(log, 'utf8')).trimEnd().split('\n').slice(-60).join('\n');
}
