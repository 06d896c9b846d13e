import { ffmpeg, hls, type Job } from './ffmpeg';
import { type Probe } from './probe';
import { readRendition, type Rendition } from './rendition';

/** A rung: lines of picture, and bits a second of picture and sound. The lowest is about 65 MB an hour. */
interface Rung {
  readonly lines: number;
  readonly video: number;
  readonly audio: number;
}

const rungs: readonly Rung[] = [
  { lines: 240, video: 110_000, audio: 32_000 },
  { lines: 480, video: 600_000, audio: 64_000 },
];

/** Makes the rungs below the source, `240p.m3u8` and `480p.m3u8`, in one pass: the source is decoded once. */
export async function makeLadder(job: Job, { video, audio }: Probe): Promise<Rendition[]> {
  const below = rungs.filter(({ lines }) => lines < (video?.height ?? 0));
  if (below.length === 0) return [];
  const split = below.map((_, n) => `[s${n}]`).join('');
  const scaled = below.map(({ lines }, n) => `[s${n}]scale=-2:${lines},setsar=1[v${n}]`);
  const graph = [`[0:V:0]fps=fps='min(source_fps,25)',split=${below.length}${split}`, ...scaled].join(';');
  await ffmpeg(job, {
    after: ['-filter_complex', graph, ...below.flatMap((rung, n) => output(rung, n, audio !== null))],
  });
  return Promise.all(below.map(async ({ lines }) => (await readRendition(job.folder, `${lines}p`)).rendition));
}

const output = ({ lines, video, audio }: Rung, n: number, hasSound: boolean): string[] => [
  ...['-map', `[v${n}]`, '-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p'],
  ...['-b:v', String(video), '-maxrate', String(video * 1.5), '-bufsize', String(video * 3)],
  ...['-force_key_frames', 'expr:gte(t,n_forced*4)'],
  ...(hasSound ? ['-map', '0:a:0', '-c:a', 'aac', '-b:a', String(audio), '-ac', lines < 480 ? '1' : '2'] : []),
  ...hls(`${lines}p`),
];
