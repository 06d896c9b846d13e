import { type Routes } from '@angular/router';
import { type Dictionaries, withDictionary } from '@haven/shared/web/frame';

const dictionaries: Dictionaries = { en: () => import('./i18n/en'), es: () => import('./i18n/es') };
const canActivate = [withDictionary(dictionaries)];
const loadComponent = () => import('./text-page').then((m) => m.TextPage);

/** What the site says about itself, and the page for addresses that are none. It comes last: it takes everything. */
export const pageRoutes: Routes = [
  ...(['about', 'privacy', 'accessibility'] as const).map((page) => ({
    path: page,
    title: `pages.${page}.title`,
    data: { page },
    canActivate,
    loadComponent,
  })),
  {
    path: '**',
    title: 'pages.missing.title',
    canActivate,
    loadComponent: () => import('./missing-page').then((m) => m.MissingPage),
  },
];
