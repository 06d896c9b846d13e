import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CmafOutputFormat,
  Conversion,
  FilePathSource,
  FilePathTarget,
  HlsOutputFormat,
  Input,
  NullTarget,
  Output,
  PathedTarget,
} from 'mediabunny';
import { ffmpeg, hls, type Job } from './ffmpeg';
import { MediaProblem, problem } from './media-problem';
import { isCutOff, type Probe } from './probe';
import { readRendition, type Rendition } from './rendition';
import { readable } from './sniff';

/** A source that can be played. `duration` is what was really packaged, in whole seconds: the canonical length. */
export interface Packaged {
  readonly duration: number;
  readonly rendition: Rendition;
}

/** What every browser plays as it is in fragmented MP4. Others are converted once, where ffmpeg is there. */
const everywhere = { video: ['h264', 'avc'], audio: ['aac'] };

/** What most browsers play as it is, taken where there is no ffmpeg. HEVC, MPEG-2, VP8 and uncompressed sound are not among it. */
const mostly = { video: [...everywhere.video, 'vp9', 'av1'], audio: [...everywhere.audio, 'opus', 'mp3', 'flac'] };

/**
 * Makes `source.m3u8` and its one file of media in the job's folder. Packets are copied; only what browsers cannot show as it is (another
 * codec, a picture that has to be turned, pixels that are not square) is converted, to at most 720 lines.
 * @throws MediaProblem `cannot-play` naming the codec, `truncated`, `damaged`.
 */
export async function packageSource(
  job: Omit<Job, 'ffmpeg'> & { readonly ffmpeg: string | null },
  probe: Probe,
): Promise<Packaged> {
  if (job.ffmpeg === null) await copyAlone(job, probe);
  else await ffmpeg({ ...job, ffmpeg: job.ffmpeg }, { after: [...tracks(probe), ...hls('source')] });
  const { rendition, seconds } = await readRendition(job.folder, 'source');
  if (isCutOff(probe.duration, seconds))
    throw problem('truncated', { declared: Math.round(probe.duration), found: Math.round(seconds) });
  const duration = Math.floor(seconds + 0.05);
  if (duration < 1) throw problem('too-short');
  return { duration, rendition };
}

function tracks({ container, video, audio }: Probe): string[] {
  return [
    ...(video ? ['-map', '0:V:0', ...(asItIs(container, video) ? ['-c:v', 'copy'] : converted)] : []),
    ...(audio ? ['-map', '0:a:0', '-c:a', ...soundOf(audio.codec)] : []),
  ];
}

/** AVI keeps no times of its pictures: copied, two seconds of twelve are lost. */
const asItIs = (container: string, video: NonNullable<Probe['video']>) =>
  container !== 'avi' && everywhere.video.includes(video.codec) && !video.rotated && video.squarePixels && !video.deep;

/** AAC from a broadcast stream says in every packet what MP4 says once; of MP4's own the filter changes nothing. */
const soundOf = (codec: string) =>
  everywhere.audio.includes(codec) ? ['copy', '-bsf:a', 'aac_adtstoasc'] : ['aac', '-b:a', '128k', '-ac', '2'];

/** Turned upright by ffmpeg itself; pixels made square; even sides, as the codec wants them. */
const converted = [
  ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '22', '-pix_fmt', 'yuv420p'],
  ...['-vf', "scale='trunc(iw*sar/2)*2':'trunc(ih/2)*2',setsar=1,scale=-2:'min(720,ih)'"],
  ...['-force_key_frames', 'expr:gte(t,n_forced*4)'],
];

async function copyAlone({ source, folder, signal }: Pick<Job, 'source' | 'folder' | 'signal'>, probe: Probe) {
  const { video, audio } = probe;
  if (video && (!mostly.video.includes(video.codec) || video.rotated || video.deep))
    throw problem('cannot-play', { codec: video.codec });
  if (audio && !mostly.audio.includes(audio.codec)) throw problem('cannot-play', { codec: audio.codec });
  const input = new Input({ source: new FilePathSource(source), formats: readable });
  let playlist = '';
  try {
    const output = new Output({
      format: new HlsOutputFormat({
        segmentFormat: new CmafOutputFormat(),
        singleFilePerPlaylist: true,
        targetDuration: 4,
        getPlaylistPath: () => 'source.m3u8',
        getSegmentPath: () => 'source.m4s',
        onPlaylist: (content) => (playlist = content),
      }),
      // Playlists are written here: mediabunny says that it is done before its own are on the disk.
      target: new PathedTarget('main.m3u8', ({ path }) =>
        path.endsWith('.m3u8') ? new NullTarget() : new FilePathTarget(join(folder, path)),
      ),
    });
    const copy = await Conversion.init({
      input,
      output,
      video: (_, n) => ({ discard: n > 1 }),
      audio: (_, n) => ({ discard: n > 1 }),
      copy: { mode: 'forced' },
    });
    if (!copy.isValid) throw problem('cannot-play', { codec: (video ?? audio)?.codec ?? '' });
    signal.addEventListener('abort', () => void copy.cancel(), { once: true });
    await copy.execute();
    signal.throwIfAborted();
    await writeFile(join(folder, 'source.m3u8'), playlist);
  } catch (error) {
    if (error instanceof MediaProblem || signal.aborted) throw error;
    throw problem('damaged', {}, String(error));
  } finally {
    input.dispose();
  }
}
