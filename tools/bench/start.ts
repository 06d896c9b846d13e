import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from './bench.ts';

const root = join(import.meta.dirname, '../..');

/**
 * A warm start of this very tree, from the command to its address (`warm_start_s`), and the memory of the whole API process after its first
 * page (`rss_mb`). The first start, which may build, is not counted. Uses the tree's own `.haven` and leaves it as an ordinary start does.
 */
export const start: Bench = async ({ quick }) => {
  await runOnce();
  const runs = [];
  for (let n = 0; n < (quick ? 1 : 3); n++) runs.push(await runOnce());
  const middle = (figures: number[]) => figures.sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
  return {
    warm_start_s: Math.round(middle(runs.map((run) => run.seconds)) * 100) / 100,
    rss_mb: Math.round(middle(runs.map((run) => run.rss))),
  };
};

async function runOnce(): Promise<{ seconds: number; rss: number }> {
  const began = performance.now();
  const child = spawn(process.execPath, ['tools/start/start.ts'], {
    cwd: root,
    env: { ...process.env, PORT: '3900' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  try {
    const url = await address(child.stdout);
    const seconds = (performance.now() - began) / 1000;
    await (await fetch(url)).text();
    return { seconds, rss: await memoryOf(child.pid ?? 0) };
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

/** The address that a start prints once everything answers. */
async function address(output: AsyncIterable<Buffer>): Promise<string> {
  let text = '';
  for await (const chunk of output) {
    text += chunk.toString();
    const url = /https?:\/\/localhost:\d+/.exec(text)?.[0];
    if (url) return url;
  }
  throw new Error(`The start ended before it answered:\n${text}`);
}

/** Resident memory of the API, the launcher's child that runs `serve`, in MB. */
async function memoryOf(launcher: number): Promise<number> {
  const children = (await readFile(`/proc/${launcher}/task/${launcher}/children`, 'utf8')).trim().split(' ');
  for (const pid of children) {
    if (!(await readFile(`/proc/${pid}/cmdline`, 'utf8')).includes('serve')) continue;
    return Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  }
  throw new Error('The API process was not found.');
}
