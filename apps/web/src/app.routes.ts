import { type Routes } from '@angular/router';
import { catalogRoutes } from '@haven/catalog/web';
import { identityRoutes } from '@haven/identity/web';
import { localeMatcher, useLocale } from '@haven/shared/web';
import { developmentRoutes } from './development';
import { pageRoutes } from './pages/pages.routes';

const children: Routes = [
  ...catalogRoutes,
  ...identityRoutes,
  { path: 'learn', loadChildren: () => import('@haven/learning/web').then((m) => m.learningRoutes) },
  { path: 'studio', loadChildren: () => import('@haven/catalog/web/studio').then((m) => m.studioRoutes) },
  ...developmentRoutes,
  ...pageRoutes,
];

/** Every page of Haven, under one route that takes the language off the address. */
export const routes: Routes = [{ matcher: localeMatcher, canActivate: [useLocale], children }];

/**
 * The same pages for the server, which must be able to read the addresses off the routes: a matcher hides them. Nothing is kept alive
 * across languages there, so that two routes do.
 */
export const serverRoutes: Routes = [
  { path: 'es', canActivate: [useLocale], children },
  { path: '', canActivate: [useLocale], children },
];
