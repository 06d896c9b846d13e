import { provideHttpClient, withFetch } from '@angular/common/http';
import { type ApplicationConfig, inject, provideBrowserGlobalErrorListeners } from '@angular/core';
import { provideClientHydration, withNoIncrementalHydration } from '@angular/platform-browser';
import {
  provideRouter,
  type Routes,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
  withRouterConfig,
} from '@angular/router';
import { BEGUN_COURSES, COMPLETED_COURSES } from '@haven/catalog/web';
import { HavenTitleStrategy, provideI18n } from '@haven/shared/web/frame';
import { BegunCoursesClient } from './shell/begun-courses-client';

/** What the browser and the server render share; they differ in how `routes` take the language off the address. */
export const appConfig = (routes: Routes): ApplicationConfig => ({
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      // Scrolling itself is done by Arrival, which listens to the events that this sends.
      withInMemoryScrolling({ scrollPositionRestoration: 'disabled' }),
      withRouterConfig({ paramsInheritanceStrategy: 'always' }),
    ),
    provideHttpClient(withFetch()),
    provideClientHydration(withNoIncrementalHydration()),
    provideI18n({ en: () => import('./i18n/en'), es: () => import('./i18n/es') }),
    { provide: BEGUN_COURSES, useFactory: () => inject(BegunCoursesClient).slugs },
    { provide: COMPLETED_COURSES, useFactory: () => inject(BegunCoursesClient).completed },
    { provide: TitleStrategy, useExisting: HavenTitleStrategy },
  ],
});
