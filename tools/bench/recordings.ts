import { execFileSync, type ChildProcess } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { chromium, type BrowserContext } from '@playwright/test';
import { startParts, type Parts } from '../../apps/e2e/src/support/parts.ts';
import { findBrowser } from '../test/browser.ts';
import type { Bench } from './bench.ts';

const root = join(import.meta.dirname, '../..');

const MINUTE = 60;
const CLIP_S = 12;
const POLL_MS = 20;
const PATIENCE_MS = 15 * 60_000;

/** A village's line: 300 kb/s, 400 ms. */
const line = { offline: false, downloadThroughput: 300e3 / 8, uploadThroughput: 300e3 / 8, latency: 400 };

const measured = { package: 'packaging_x', audio: 'audio_x', storyboard: 'storyboard_x', ladder: 'ladder_x' } as const;

/**
 * Recordings through the public door, with api and worker as processes of their own: each step as a multiple of real time on a webinar of
 * ten minutes (steps run side by side, as they do for a person), the wait from the last byte of an hour's file of 2 GB until it plays, the
 * first picture on a slow line with and without the ladder, and the highest memory of both processes for a small and for the large file.
 */
export const recordings: Bench = async ({ quick }) => {
  const parts = await startParts();
  try {
    const short = film(parts, { seconds: quick ? 24 : 10 * MINUTE, kilobits: 600 });
    const long = film(parts, { seconds: quick ? 5 * MINUTE : 60 * MINUTE, kilobits: 4600 });
    const small = await inFreshProcesses(parts, async () => {
      const id = await (await parts.author()).sendFile(short.file);
      const figures = await stepsOf(parts, id, short.seconds);
      return { ...figures, ...(await firstFrames(parts, id)) };
    });
    const large = await inFreshProcesses(parts, async () => {
      const id = await (await parts.author()).sendFile(long.file);
      return { upload_to_playable_s: round(await untilPlayable(parts, id)) };
    });
    return {
      ...small.figures,
      ...large.figures,
      api_small_peak_mb: small.api,
      api_peak_mb: large.api,
      worker_small_peak_mb: small.worker,
      worker_peak_mb: large.worker,
    };
  } finally {
    await parts.stop();
  }
};

const round = (figure: number) => Math.round(figure * 100) / 100;

/** A film in 720 lines with noise for speech; a short one is made and repeated, so that an hour takes seconds. */
function film({ folder }: Parts, { seconds, kilobits }: { seconds: number; kilobits: number }) {
  const clip = join(folder, `clip-${kilobits}.mp4`);
  const file = join(folder, `film-${kilobits}.mp4`);
  const picture = `testsrc2=size=1280x720:rate=25:duration=${CLIP_S},noise=alls=20:allf=t`;
  const rate = ['-b:v', `${kilobits}k`, '-minrate', `${kilobits}k`, '-maxrate', `${kilobits}k`];
  const codec = ['-c:v', 'libx264', '-preset', 'ultrafast', ...rate, '-bufsize', `${kilobits}k`, '-g', '100'];
  const sound = ['-f', 'lavfi', '-i', `anoisesrc=color=pink:amplitude=0.3:duration=${CLIP_S}`, '-c:a', 'aac'];
  const [input, ...rest] = [
    ['-f', 'lavfi', '-i', picture],
    sound.slice(0, 4),
    codec,
    ['-pix_fmt', 'yuv420p'],
    sound.slice(4),
  ];
  ffmpeg([...(input ?? []), ...rest.flat(), clip]);
  ffmpeg(['-stream_loop', String(seconds / CLIP_S - 1), '-i', clip, '-c', 'copy', file]);
  rmSync(clip);
  return { file, seconds };
}

const ffmpeg = (args: string[]) => execFileSync('ffmpeg', ['-v', 'error', ...args]);

/** Runs with an api and a worker that have done nothing yet, and tells how much memory each has held at most, in MB. */
async function inFreshProcesses<T extends object>(parts: Parts, run: () => Promise<T>) {
  const [api, worker] = [parts.start('api'), parts.start('worker')];
  const figures = await run();
  const peaks = { api: peakOf(api), worker: peakOf(worker) };
  await Promise.all([parts.kill(api), parts.kill(worker)]);
  return { figures, ...peaks };
}

/** The highest resident memory of a process so far. */
const peakOf = ({ pid }: ChildProcess) =>
  Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);

/** How many seconds of the recording each step did in one. */
async function stepsOf({ database }: Parts, id: string, seconds: number): Promise<Record<string, number>> {
  const began = new Map<string, number>();
  const ended = new Map<string, number>();
  await until(async () => {
    const { rows } = await database.query<{ name: string; status: string }>(
      'SELECT name, status FROM processing_step WHERE recording_id = $1',
      [id],
    );
    const now = performance.now();
    for (const { name, status } of rows) {
      if (status === 'failed') throw new Error(`${name} failed`);
      if (status !== 'waiting' && !began.has(name)) began.set(name, now);
      if (status === 'done' && !ended.has(name)) ended.set(name, now);
    }
    return rows.length > 0 && rows.every(({ status }) => status === 'done' || status === 'skipped');
  });
  return Object.fromEntries(
    Object.entries(measured).map(([step, key]) => {
      const took = Math.max((ended.get(step) ?? NaN) - (began.get(step) ?? NaN), POLL_MS) / 1000;
      return [key, Math.round((seconds / took) * 10) / 10];
    }),
  );
}

async function untilPlayable({ database }: Parts, id: string): Promise<number> {
  const began = performance.now();
  await until(async () => {
    const { rowCount } = await database.query(
      `SELECT 1 FROM timeline WHERE recording_id = $1 AND files ? 'main.m3u8'`,
      [id],
    );
    return rowCount === 1;
  });
  return (performance.now() - began) / 1000;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await after(POLL_MS))
    if (await isSo()) return;
  throw new Error('The recording was not ready in a quarter of an hour.');
}

/** Seconds from asking for the playlist to the first picture, with all rungs and with the source alone. */
async function firstFrames(parts: Parts, id: string): Promise<Record<string, number>> {
  const browser = await chromium.launch({
    executablePath: (await findBrowser(root)).path,
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  try {
    const [name = '', value = ''] = (await parts.author()).cookie.split('=');
    const visit = async (sourceAlone: boolean) => {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
      await context.addCookies([{ name, value, url: parts.url }]);
      const seconds = await firstFrame(context, `${parts.url}/studio/recordings/${id}/captions/en`, sourceAlone);
      await context.close();
      return round(seconds);
    };
    return { first_frame_ladder_s: await visit(false), first_frame_source_s: await visit(true) };
  } finally {
    await browser.close();
  }
}

async function firstFrame(context: BrowserContext, url: string, sourceAlone: boolean): Promise<number> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  let asked = NaN;
  // The page itself is not what is measured: the line turns slow when it asks for the film.
  await page.route('**/main.m3u8', async (route) => {
    const answer = await route.fetch();
    const playlist = await answer.text();
    await devtools.send('Network.emulateNetworkConditions', line);
    asked = performance.now();
    await route.fulfill({ response: answer, body: sourceAlone ? onlySource(playlist) : playlist });
  });
  await page.goto(url);
  await page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) >= 2, undefined, {
    polling: 50,
    timeout: 180_000,
  });
  return (performance.now() - asked) / 1000;
}

/** A main playlist without its other rungs: a variant is two lines. */
function onlySource(playlist: string): string {
  const lines = playlist.split('\n');
  return lines
    .filter((text, n) => {
      const variant = text.startsWith('#EXT-X-STREAM-INF')
        ? lines[n + 1]
        : lines[n - 1]?.startsWith('#EXT-X-STREAM-INF')
          ? text
          : null;
      return variant === null || variant?.includes('source');
    })
    .join('\n');
}
