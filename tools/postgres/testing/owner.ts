import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface Report {
  readonly url: string;
  readonly pid: number;
  readonly adopted: boolean;
  readonly major: number;
  readonly lines: readonly string[];
  readonly refused?: string;
}

/** Starts `hold.ts` in a process of its own and returns it with what it reports. Rejects when it reports nothing. */
export async function owner(
  script: string,
  dataDir: string,
  durability: 'durable' | 'throwaway' = 'throwaway',
): Promise<{ child: ChildProcess; report: Report }> {
  const child = spawn(process.execPath, [script, dataDir, durability], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const line = await Promise.race([once(lines, 'line'), once(lines, 'close')]);
  if (line.length === 0) throw new Error('The owner ended without a report.');
  return { child, report: JSON.parse(String(line[0])) as Report };
}

/** Ends an owner by `kill -9` and returns when it is gone. */
export async function killOwner(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

/** Ends an owner politely, so that it stops its server first. */
export async function endOwner(child: ChildProcess): Promise<void> {
  const exit = child.exitCode === null ? once(child, 'exit') : undefined;
  child.stdin?.end();
  await exit;
}
