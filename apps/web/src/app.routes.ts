import { type Routes } from '@angular/router';
import { catalogRoutes } from '@haven/catalog/web';
import { identityRoutes } from '@haven/identity/web';
import { localeMatcher, useLocale } from '@haven/shared/web/frame';
import { developmentRoutes } from './development';
import { pageRoutes } from './pages/pages.routes';

/** Pages of one person. They render in the browser alone. */
const personal: Routes = [
  ...identityRoutes,
  { path: 'learn', loadChildren: () => import('@haven/learning/web').then((m) => m.learningRoutes) },
  { path: 'join', loadChildren: () => import('@haven/learning/web').then((m) => m.joinRoutes) },
  { path: 'me', loadChildren: () => import('@haven/learning/web').then((m) => m.ownRoutes) },
  { path: 'studio', loadChildren: () => import('@haven/catalog/web/studio').then((m) => m.studioRoutes) },
];

/** Every page of Haven, under one route that takes the language off the address. */
export const routes: Routes = [
  {
    matcher: localeMatcher,
    canActivate: [useLocale],
    children: [...catalogRoutes, ...personal, ...developmentRoutes, ...pageRoutes],
  },
];

const publicPages: Routes = [
  ...catalogRoutes,
  // Only their addresses: what is under them must not be read by the server, which would answer their redirects itself, and wrongly.
  ...personal.map(({ path }) => ({ path, children: [{ path: '**', children: [] }] })),
  ...developmentRoutes,
  ...pageRoutes,
];

/**
 * The public pages for the server, which must be able to read the addresses off the routes: a matcher hides them. Nothing is kept alive
 * across languages there, so that two routes do.
 */
export const serverRoutes: Routes = [
  { path: 'es', canActivate: [useLocale], children: publicPages },
  { path: '', canActivate: [useLocale], children: publicPages },
];
