import { makeAudio } from '../../media/audio';
import { findAgain } from '../../replace/find-again';
import { skipped, type StepWork } from '../step-work';
import { jobOf, probed } from './picture';

export const audio: StepWork = async (context) => {
  if (!probed(context).audio) return skipped('no-sound');
  const job = jobOf(context);
  if (job.ffmpeg === null) return skipped('no-ffmpeg');
  const sound = await makeAudio({ ...job, ffmpeg: job.ffmpeg }, context.tools.chromaprint);
  const { rendition, silences, fingerprint } = sound;
  return {
    files: ['audio.m3u8', 'audio.m4s'],
    renditions: [rendition],
    set: { silences: [...silences], fingerprint },
    write: (manager) => findAgain(manager, context.timeline),
  };
};
