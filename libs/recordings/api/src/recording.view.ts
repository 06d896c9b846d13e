import { type RecordingDetail } from '@haven/recordings/contract';
import { type CaptionTrackRow } from './caption-track.entity';
import { type RecordingRow } from './recording.entity';

/** The address of a packaged file. It names the timeline, so what is behind it never changes and may be cached for ever. */
export const mediaUrl = (recording: RecordingRow, file: string) =>
  `/media/recordings/${recording.id}/${recording.rev}/${file}`;

/** A recording as learners meet it: only reviewed captions, and addresses instead of objects. */
export const toRecordingDetail = (recording: RecordingRow, tracks: readonly CaptionTrackRow[]): RecordingDetail => ({
  id: recording.id,
  rev: recording.rev,
  title: recording.title,
  description: recording.description,
  language: recording.language,
  recordedOn: recording.recordedOn,
  synthetic: recording.synthetic,
  speakers: recording.speakers,
  duration: recording.duration,
  hls: mediaUrl(recording, 'main.m3u8'),
  captions: tracks.flatMap(({ locale, reviewedOn }) =>
    reviewedOn ? [{ locale, reviewedOn, url: mediaUrl(recording, `captions.${locale}.vtt`) }] : [],
  ),
  chapters: recording.chapters,
});
