export { Lengths } from './lengths';
export { clock, parseTime } from './player/time';
export { RecordingStudy } from './recording-study';
export { needs } from './watch/needs';
export { WatchClient } from './watch/watch-client';
