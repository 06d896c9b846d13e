import { type Routes } from '@angular/router';
import { withDictionary } from '@haven/shared/web/frame';
import { dictionaries } from './i18n/dictionaries';

const canActivate = [withDictionary(dictionaries)];

/** The public pages of the catalogue. */
export const catalogRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'catalog.home.title',
    canActivate,
    loadComponent: () => import('./home/home-page').then((m) => m.HomePage),
  },
  {
    path: 'courses',
    title: 'catalog.courses.title',
    canActivate,
    loadComponent: () => import('./courses-page').then((m) => m.CoursesPage),
  },
  {
    path: 'courses/:slug',
    canActivate,
    loadComponent: () => import('./course-page').then((m) => m.CoursePage),
  },
];
