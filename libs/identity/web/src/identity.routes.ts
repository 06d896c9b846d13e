import { type Routes } from '@angular/router';
import { withDictionary } from '@haven/shared/web/frame';
import { dictionaries } from './i18n/dictionaries';

export const identityRoutes: Routes = [
  {
    path: 'sign-in',
    title: 'identity.signIn.title',
    canActivate: [withDictionary(dictionaries)],
    loadComponent: () => import('./sign-in-page').then((m) => m.SignInPage),
  },
];
