import { type Routes } from '@angular/router';
import { leaveSafely } from '@haven/identity/web/editing';
import { type Dictionaries } from '@haven/shared/web';

/** The words of the workbench. */
export const workbenchDictionaries: Dictionaries = { en: () => import('./i18n/en'), es: () => import('./i18n/es') };

/** What is worked on beside a recording: captions, chapters, slides, and the file that takes its place. */
export const workbenchRoutes: Routes = [
  {
    path: 'captions/:language',
    canDeactivate: [leaveSafely],
    loadComponent: () => import('./caption-editor-page').then((m) => m.CaptionEditorPage),
  },
  {
    path: 'chapters',
    canDeactivate: [leaveSafely],
    loadComponent: () => import('./chapters-page').then((m) => m.ChaptersPage),
  },
  { path: 'file', loadComponent: () => import('./file-page').then((m) => m.FilePage) },
  { path: 'captions', loadComponent: () => import('./captions-page').then((m) => m.CaptionsPage) },
];
