// The programs that do the work: ffmpeg for sound and video, Chromium for pictures.
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Samples a second. */
export const RATE = 48_000;

const chromium = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const ffmpeg = process.env['FFMPEG'] ?? 'ffmpeg';

function run(command: string, args: string[]): { stdout: Buffer; stderr: string } {
  const done = spawnSync(command, args, { maxBuffer: 256 * 1024 * 1024, timeout: 600_000 });
  if (done.error) throw done.error;
  if (done.status !== 0)
    throw new Error(`${command} ended with ${done.status}\n${done.stderr.toString().slice(-2000)}`);
  return { stdout: done.stdout, stderr: done.stderr.toString() };
}

/** Runs ffmpeg. */
export const ff = (...args: string[]) => run(ffmpeg, ['-hide_banner', '-nostdin', '-y', ...args]);

/** One sentence as 16-bit mono samples, with the silence at both ends cut off so that pauses are ours to choose. */
export function narrate(work: string, text: string): Buffer {
  const file = join(work, 'say.txt');
  writeFileSync(file, text);
  const cut = 'silenceremove=start_periods=1:start_threshold=-45dB:start_silence=0.03';
  const filter =
    `${cut},areverse,${cut},areverse,atempo=0.95,aresample=${RATE}:resampler=swr:filter_size=64,` +
    'highpass=f=75,treble=g=2.5:f=4200,afade=t=in:d=0.01';
  return ff(
    '-loglevel',
    'error',
    '-f',
    'lavfi',
    '-i',
    `flite=voice=slt:textfile=${file}`,
    '-af',
    filter,
    '-f',
    's16le',
    '-ac',
    '1',
    'pipe:1',
  ).stdout;
}

/** That many seconds of silence, as samples. */
export const silence = (seconds: number) => Buffer.alloc(Math.round(seconds * RATE) * 2);

/** Takes a picture of a page, and answers its file. */
export function shoot(work: string, html: string, name: string): string {
  const page = join(work, `${name}.html`);
  const picture = join(work, `${name}.png`);
  writeFileSync(page, html);
  run(chromium, [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--hide-scrollbars',
    '--force-device-scale-factor=1',
    '--force-color-profile=srgb',
    `--user-data-dir=${join(work, 'chromium')}`,
    '--window-size=1280,720',
    `--screenshot=${picture}`,
    `file://${page}`,
  ]);
  if (!existsSync(picture)) throw new Error(`Chromium wrote no picture for ${name}`);
  return picture;
}
