import { type Routes } from '@angular/router';
import { type Dictionaries } from '@haven/shared/web';

/** The words of the workbench. */
export const workbenchDictionaries: Dictionaries = {
  en: () => Promise.resolve({ default: {} }),
  es: () => Promise.resolve({ default: {} }),
};

/** Captions, chapters, slides and the replacement of one recording. */
export const workbenchRoutes: Routes = [];
