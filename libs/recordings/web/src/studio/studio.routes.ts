import { type Routes } from '@angular/router';
import { editingDictionaries, leaveSafely } from '@haven/identity/web/editing';
import { withDictionary } from '@haven/shared/web';
import { recordingsWords } from '../words';
import { dictionaries } from './i18n/dictionaries';
import { dictionaries as uploadDictionaries } from './uploads/i18n/dictionaries';
import { workbenchDictionaries, workbenchRoutes } from './workbench/workbench.routes';

const words = [withDictionary(dictionaries), withDictionary(recordingsWords), withDictionary(editingDictionaries)];

/** The list of recordings in the studio, where `/studio` stands above. */
export const recordingListRoutes: Routes = [
  {
    path: '',
    title: 'recordings.studio.library.title',
    canActivate: [...words, withDictionary(uploadDictionaries)],
    loadComponent: () => import('./library/library-page').then((m) => m.LibraryPage),
  },
];

/** The pages of one recording. */
export const recordingPageRoutes: Routes = [
  {
    path: ':id',
    canActivate: words,
    children: [
      {
        path: '',
        pathMatch: 'full',
        canDeactivate: [leaveSafely],
        loadComponent: () => import('./recording/recording-page').then((m) => m.RecordingPage),
      },
      {
        path: '',
        canActivate: [withDictionary(workbenchDictionaries)],
        children: workbenchRoutes,
      },
    ],
  },
];
