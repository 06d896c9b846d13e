import { type Dictionaries } from '@haven/shared/web';

export const dictionaries: Dictionaries = { en: () => import('./en'), es: () => import('./es') };
