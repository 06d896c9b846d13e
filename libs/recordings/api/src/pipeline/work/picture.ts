import { problem } from '../../media/media-problem';
import { type Job } from '../../media/ffmpeg';
import { makeLadder } from '../../media/ladder';
import { packageSource } from '../../media/package';
import { type Probe, probe } from '../../media/probe';
import { findSlides, type Still, stillAt } from '../../media/slides';
import { type Container } from '../../media/sniff';
import { makeStoryboard } from '../../media/storyboard';
import { type StepContext, type StepResult, type StepWork, skipped } from '../step-work';

/** What is known of the source; every step after `probe` builds on it. */
export function probed({ timeline }: StepContext): Probe {
  if (!timeline.probe) throw problem('failed', {}, 'the source was not probed');
  return timeline.probe;
}

/** The context as the media functions take it; `ffmpeg` is null where it is not installed. */
export function jobOf(context: StepContext): Omit<Job, 'ffmpeg'> & { ffmpeg: string | null } {
  const { source, folder, signal, progress, tools, timeline } = context;
  const { container, duration } = probed(context);
  return {
    ffmpeg: tools.ffmpeg,
    source,
    container: container as Container,
    duration: timeline.duration || duration,
    folder,
    signal,
    progress,
  };
}

/** Work that needs a picture and ffmpeg; without either there is nothing to do, which is no failure. */
function onPicture(
  work: (job: Job, video: NonNullable<Probe['video']>, context: StepContext) => Promise<StepResult>,
): StepWork {
  return async (context) => {
    const { video } = probed(context);
    if (!video) return skipped('no-picture');
    const job = jobOf(context);
    return job.ffmpeg === null ? skipped('no-ffmpeg') : work({ ...job, ffmpeg: job.ffmpeg }, video, context);
  };
}

export const probing: StepWork = async ({ source, tools, folder, signal }) => ({
  set: { probe: await probe(source, { tools, folder, signal }) },
});

export const pack: StepWork = async (context) => {
  const { duration, rendition } = await packageSource(jobOf(context), probed(context));
  return { files: ['source.m3u8', 'source.m4s'], renditions: [rendition], set: { duration } };
};

export const storyboard = onPicture(async (job, video) => ({
  files: ['storyboard.jpg'],
  set: { storyboard: await makeStoryboard(job, video) },
}));

/** Found by itself the first time; afterwards the person says at which seconds there are slides, and only new stills are made. */
export const slides = onPicture(async (job, video, { input, timeline }) => {
  const wanted = input?.slides;
  if (!wanted) {
    const found = await findSlides(job, video);
    return { files: found.map(({ file }) => file), set: { slides: found } };
  }
  const kept = timeline.slides.filter(({ at }) => wanted.includes(at));
  const made: Still[] = [];
  for (const at of wanted) if (!kept.some((slide) => slide.at === at)) made.push(await stillAt(job, at));
  return {
    files: made.map(({ file }) => file),
    set: { slides: [...kept, ...made].sort((a, b) => a.at - b.at) },
  };
});

export const ladder = onPicture(async (job, _, context) => {
  const made = await makeLadder(job, probed(context));
  return { files: made.flatMap(({ name }) => [`${name}.m3u8`, `${name}.m4s`]), renditions: made };
});
