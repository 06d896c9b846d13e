import { type Dictionaries } from '@haven/shared/web';

/** The words that the parts of recordings need. An entry of its own: routes that only name them must not bring the player along. */
export const recordingsWords: Dictionaries = { en: () => import('./i18n/en'), es: () => import('./i18n/es') };
