export { CaptionTrackRow } from './caption-track.entity';
export { CoverageRow } from './coverage.entity';
export { fromMultirange } from './multirange';
export { RecordingRow } from './recording.entity';
export { type NewRecording, Recordings } from './recordings';
export { RecordingsModule } from './recordings.module';
export { toRecordingDetail } from './recording.view';
export { watched } from './watch.service';
