import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ffmpeg, hls, type Job } from './ffmpeg';
import { readRendition, type Rendition } from './rendition';

/**
 * Sound alone. `lufs`: integrated loudness of the source (EBU R 128), null where it is too quiet to be measured; silences in seconds;
 * `fingerprint`: Chromaprint's words, little-endian, null where this ffmpeg cannot make them.
 */
export interface Sound {
  readonly rendition: Rendition;
  readonly lufs: number | null;
  readonly silences: readonly (readonly [from: number, to: number])[];
  readonly fingerprint: Buffer | null;
}

const TARGET_LUFS = -16;
const TOLERANCE_LU = 3;

const encode = ['-vn', '-map', '0:a:0', '-c:a', 'aac', '-b:a', '48k', '-ac', '1', '-ar', '44100'];

const FINGERPRINT = 'fingerprint';
const fingerprinted = ['-map', '0:a:0', '-f', 'chromaprint', '-fp_format', 'raw', FINGERPRINT];

/**
 * Makes `audio.m3u8`: AAC at 48 kb/s, one channel, for lines on which nothing else gets through. Loudness is measured, and the
 * fingerprint taken, in the same pass; it is corrected in a second one only beyond 3 LU from −16 LUFS.
 */
export async function makeAudio(job: Job, chromaprint: boolean): Promise<Sound> {
  const listen = 'silencedetect=noise=-45dB:d=1,ebur128=framelog=verbose';
  const said = await ffmpeg(job, {
    after: ['-filter:a', listen, ...encode, ...hls('audio'), ...(chromaprint ? fingerprinted : [])],
  });
  const lufs = loudnessIn(said);
  const off = lufs === null ? 0 : TARGET_LUFS - lufs;
  if (Math.abs(off) > TOLERANCE_LU)
    await ffmpeg(job, {
      after: ['-filter:a', `volume=${off.toFixed(1)}dB,alimiter=limit=0.9`, ...encode, ...hls('audio')],
    });
  const { rendition } = await readRendition(job.folder, 'audio');
  const fingerprint = chromaprint ? await readFile(join(job.folder, FINGERPRINT)) : null;
  return { rendition, lufs, silences: silencesIn(said, job.duration), fingerprint };
}

/** The summary comes last; −70 is the gate below which nothing is measured. */
function loudnessIn(said: string): number | null {
  const lufs = Number([...said.matchAll(/\bI:\s+(-?[\d.]+) LUFS/g)].at(-1)?.[1] ?? NaN);
  return lufs > -69 ? lufs : null;
}

function silencesIn(said: string, duration: number): [number, number][] {
  const found: [number, number][] = [];
  for (const [, kind, time = ''] of said.matchAll(/silence_(start|end): (-?[\d.]+)/g)) {
    const last = found.at(-1);
    if (kind === 'start') found.push([Math.max(0, Number(time)), duration]);
    else if (last) last[1] = Number(time);
  }
  return found;
}
