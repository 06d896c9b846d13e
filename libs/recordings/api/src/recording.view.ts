import { type RecordingDetail } from '@haven/recordings/contract';
import { type CaptionTrackRow } from './caption-track.entity';
import { type RecordingRow } from './recording.entity';
import { MAIN, type TimelineRow } from './timeline.entity';

/** The address of a packaged file. It names the timeline, so that no replacement changes what is behind it. */
export const mediaUrl = ({ recordingId, rev }: Pick<TimelineRow, 'recordingId' | 'rev'>, file: string) =>
  `/media/recordings/${recordingId}/${rev}/${file}`;

/** A recording as learners meet it: only reviewed captions, and addresses instead of objects. */
export const toRecordingDetail = (
  { recording, timeline }: { readonly recording: RecordingRow; readonly timeline: TimelineRow },
  tracks: readonly CaptionTrackRow[],
): RecordingDetail => ({
  id: recording.id,
  rev: timeline.rev,
  title: recording.title,
  description: recording.description,
  language: recording.language,
  recordedOn: recording.recordedOn,
  synthetic: recording.synthetic,
  speakers: recording.speakers,
  duration: timeline.duration,
  hls: mediaUrl(timeline, MAIN),
  qualities: timeline.renditions.map(({ name, height, bandwidth }) => ({
    url: mediaUrl(timeline, `${name}.m3u8`),
    height,
    bandwidth,
    size: sizeOf(timeline, [`${name}.m3u8`, `${name}.m4s`, ...stillsOf(timeline, height)]),
  })),
  captions: tracks.flatMap(({ locale, reviewedOn }) =>
    reviewedOn ? [{ locale, reviewedOn, url: mediaUrl(timeline, `captions.${locale}.vtt`) }] : [],
  ),
  chapters: timeline.chapters,
  storyboard: timeline.storyboard && { ...timeline.storyboard, url: mediaUrl(timeline, 'storyboard.jpg') },
  slides: timeline.slides.map(({ at, file }) => ({ at, url: mediaUrl(timeline, file) })),
});

/** The files with the stills that are shown to a picture, or to the sound alone. */
const stillsOf = ({ slides }: TimelineRow, height: number | null) =>
  height === null ? slides.map(({ file }) => file) : ['storyboard.jpg'];

const sizeOf = ({ files }: TimelineRow, names: readonly string[]) =>
  names.reduce((sum, name) => sum + (files[name]?.size ?? 0), 0);
