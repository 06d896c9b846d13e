import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ffmpeg, type Job } from './ffmpeg';
import { type Probe } from './probe';

/** A still in the job's folder: what the screen showed from second `at` on. */
export interface Still {
  readonly at: number;
  readonly file: string;
}

/** How different in brightness a picture is from the one before it when it counts as another slide, on ffmpeg's scale from 0 to 1. */
const CHANGE = 0.01;
/** A picture that stays for less is an animation on its way to the next slide. In seconds. */
const HOLD = 2;
/** Where pictures that stand alone are rarer than this, a change would be found too late among them. In seconds. */
const SPARSE = 2;

const still = ['-map', '0:V:0', '-q:v', '4', '-bitexact'];
const size = "scale='min(1280,iw)':-2";

/**
 * Finds the slides of a recording: stills where the picture changes and then holds. Looks at the pictures that stand alone, or at one
 * each second where those are too rare.
 */
export async function findSlides(job: Job, video: NonNullable<Probe['video']>): Promise<Still[]> {
  const sparse = video.keyframeGap > SPARSE;
  const pick = `${sparse ? 'fps=1,' : ''}select='eq(n,0)+gt(scene,${CHANGE})',showinfo,${size}`;
  const said = await ffmpeg(job, {
    before: sparse ? [] : ['-skip_frame', 'nokey'],
    after: [...still, '-vf', pick, '-fps_mode', 'vfr', 'found-%05d.jpg'],
  });
  const times = [...said.matchAll(/\bn:\s*\d+ pts:.*?pts_time:\s*([\d.]+)/g)].map(([, time]) => Number(time));
  const slides: Still[] = [];
  for (const [n, time] of times.entries()) {
    const found = join(job.folder, `found-${String(n + 1).padStart(5, '0')}.jpg`);
    const at = n === 0 ? 0 : Math.floor(time);
    if ((times[n + 1] ?? Infinity) - time < HOLD) await rm(found);
    else slides.push(await named(job.folder, found, at));
  }
  return slides;
}

/** The still at one second, for an author who adds a slide. */
export async function stillAt(job: Job, at: number): Promise<Still> {
  const file = fileAt(at);
  await ffmpeg(job, { before: ['-ss', String(at)], after: [...still, '-vf', size, '-frames:v', '1', file] });
  return { at, file };
}

const fileAt = (at: number) => `slide-${at}.jpg`;

async function named(folder: string, found: string, at: number): Promise<Still> {
  await rename(found, join(folder, fileAt(at)));
  return { at, file: fileAt(at) };
}
