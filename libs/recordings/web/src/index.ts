import { type Dictionaries } from '@haven/shared/web';

export { Lengths } from './lengths';
export { clock, parseTime } from './player/time';
export { RecordingStudy } from './recording-study';
export { needs } from './watch/needs';
export { WatchClient } from './watch/watch-client';

/** The words that the parts of recordings need. */
export const recordingsWords: Dictionaries = { en: () => import('./i18n/en'), es: () => import('./i18n/es') };
