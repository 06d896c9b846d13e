import { type Storyboard } from '@haven/recordings/contract';
import { ffmpeg, type Job } from './ffmpeg';
import { type Probe } from './probe';

const WIDTH = 160;
const COLUMNS = 10;
const MOST = 300;

/**
 * Makes `storyboard.jpg`, a sheet of small stills for the scrubber. Only pictures that stand alone are decoded, which is ten times
 * cheaper than decoding all of them and shows the same.
 */
export async function makeStoryboard(job: Job, video: NonNullable<Probe['video']>): Promise<Omit<Storyboard, 'url'>> {
  const every = Math.max(10, Math.ceil(job.duration / MOST));
  const count = Math.max(1, Math.ceil(job.duration / every));
  const height = Math.max(2, Math.round((WIDTH * video.height) / video.width / 2) * 2);
  const sheet = `fps=1/${every}:start_time=0:eof_action=pass,scale=${WIDTH}:${height},tile=${COLUMNS}x${Math.ceil(count / COLUMNS)}`;
  await ffmpeg(job, {
    before: ['-skip_frame', 'nokey'],
    after: ['-map', '0:V:0', '-vf', sheet, '-frames:v', '1', '-q:v', '6', '-bitexact', 'storyboard.jpg'],
  });
  return { every, columns: COLUMNS, count, width: WIDTH, height };
}
