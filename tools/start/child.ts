import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** How a child ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Child {
  readonly process: ChildProcess;
  readonly pid: number;
  /** Resolves when it has ended; never rejects. */
  readonly ended: Promise<Ended>;
  /** Asks it to stop, and ends it by force with everything it started after `withinMs` (10,000 when left out). */
  stop(withinMs?: number): Promise<void>;
}

export interface ChildOptions {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly stdio: StdioOptions;
}

/**
 * Starts a Node script in a process group of its own: Ctrl-C in the terminal reaches only us, and we stop the children
 * in the right order. Rejects when it cannot start.
 */
export async function startChild(script: string, args: readonly string[], options: ChildOptions): Promise<Child> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: options.stdio,
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  await once(child, 'spawn');
  const pid = child.pid ?? 0;
  return { process: child, pid, ended, stop: (withinMs = 10_000) => stop(child, pid, ended, withinMs) };
}

/** How a child ended, in words: "code 1" or "SIGKILL". */
export function describeEnd({ code, signal }: Ended): string {
  return signal ?? `code ${code ?? 'unknown'}`;
}

async function stop(child: ChildProcess, pid: number, ended: Promise<Ended>, withinMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  // Windows has no polite signal: there, an IPC channel that closes asks to stop.
  if (process.platform === 'win32' && child.connected) child.disconnect();
  else signalGroup(child, pid, 'SIGTERM');
  const timeout = new AbortController();
  const late = sleep(withinMs, 'late', { signal: timeout.signal }).catch(() => undefined);
  if ((await Promise.race([ended, late])) === 'late') signalGroup(child, pid, 'SIGKILL');
  timeout.abort();
  await ended;
}

function signalGroup(child: ChildProcess, pid: number, signal: NodeJS.Signals): void {
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-pid, signal);
  } catch {
    // It ended a moment ago.
  }
}
