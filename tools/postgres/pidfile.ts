import { readFileSync } from 'node:fs';
import { readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './run.ts';

/** What a running server writes about itself into `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

/** Reads `postmaster.pid` of a data folder; undefined when there is none, pid NaN when it is not readable as one. */
export async function readPostmaster(data: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split('\n').map((line) => line.trim());
  return { pid: Number.parseInt(lines[0] ?? '', 10), port: Number(lines[3] ?? 0), status: lines[7] ?? '' };
}

/** Whether a process exists and still runs. A process that has ended but was not collected (a zombie) does not run. */
export function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !isZombie(pid);
}

/** Whether a process has ended and still has its number, because nobody collected it. Only Linux tells. */
export function isZombie(pid: number): boolean {
  try {
    return /^\d+ \(.*\) Z /s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** The command line of a process, as the system shows it; empty when it cannot be known. */
export async function commandLine(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return text.split('\0').join(' ').trim();
  }
  if (process.platform === 'win32') {
    return (await run('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'])).output;
  }
  return (await run('ps', ['-o', 'command=', '-p', `${pid}`])).output.trim();
}

/**
 * Whether a process is the server of this data folder: `yes`, `no` (a process number given again to another program),
 * or `perhaps` (some PostgreSQL, and this system does not tell whose).
 */
export async function servesData(pid: number, data: string): Promise<'yes' | 'no' | 'perhaps'> {
  const command = await commandLine(pid);
  if (!/postgres/i.test(command)) return 'no';
  if (command.includes(data)) return 'yes';
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  if (folder === undefined) return 'perhaps';
  return folder === data ? 'yes' : 'no';
}
