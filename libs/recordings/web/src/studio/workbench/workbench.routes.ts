import { type Routes } from '@angular/router';
import { leaveSafely } from '@haven/identity/web/editing';
import { type Dictionaries } from '@haven/shared/web';

/** The words of the workbench. */
export const workbenchDictionaries: Dictionaries = { en: () => import('./i18n/en'), es: () => import('./i18n/es') };

/** What is worked on beside a recording: its captions. */
export const workbenchRoutes: Routes = [
  {
    path: 'captions/:language',
    canDeactivate: [leaveSafely],
    loadComponent: () => import('./caption-editor-page').then((m) => m.CaptionEditorPage),
  },
  { path: 'captions', loadComponent: () => import('./captions-page').then((m) => m.CaptionsPage) },
];
