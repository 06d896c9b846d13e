import { ffmpeg, hls, type Job } from './ffmpeg';
import { readRendition, type Rendition } from './rendition';

/** Sound alone. `lufs`: integrated loudness of the source (EBU R 128), null where it is too quiet to be measured; silences in seconds. */
export interface Sound {
  readonly rendition: Rendition;
  readonly lufs: number | null;
  readonly silences: readonly (readonly [from: number, to: number])[];
}

const TARGET_LUFS = -16;
const TOLERANCE_LU = 3;

const encode = ['-vn', '-map', '0:a:0', '-c:a', 'aac', '-b:a', '48k', '-ac', '1', '-ar', '44100'];

/**
 * Makes `audio.m3u8`: AAC at 48 kb/s, one channel, for lines on which nothing else gets through. Loudness is measured in the same pass,
 * and corrected in a second one only beyond 3 LU from −16 LUFS.
 */
export async function makeAudio(job: Job): Promise<Sound> {
  const listen = 'silencedetect=noise=-45dB:d=1,ebur128=framelog=verbose';
  const said = await ffmpeg(job, { after: ['-filter:a', listen, ...encode, ...hls('audio')] });
  const lufs = loudnessIn(said);
  const off = lufs === null ? 0 : TARGET_LUFS - lufs;
  if (Math.abs(off) > TOLERANCE_LU)
    await ffmpeg(job, {
      after: ['-filter:a', `volume=${off.toFixed(1)}dB,alimiter=limit=0.9`, ...encode, ...hls('audio')],
    });
  const { rendition } = await readRendition(job.folder, 'audio');
  return { rendition, lufs, silences: silencesIn(said, job.duration) };
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
