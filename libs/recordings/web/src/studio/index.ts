export { RecordingStudioClient } from './recording-studio-client';
export { recordingListRoutes, recordingPageRoutes } from './studio.routes';
export { unfinishedUploads } from './uploads/unfinished-uploads';
