import { HttpBackend } from '@angular/common/http';
import { type ApplicationConfig, inject, mergeApplicationConfig, REQUEST_CONTEXT } from '@angular/core';
import { provideServerRendering, RenderMode, type ServerRoute, withRoutes } from '@angular/ssr';
import { API_ORIGIN, ApiOriginBackend } from '@haven/shared/web';
import { appConfig } from './app.config';
import { serverRoutes } from './app.routes';

/** What the API process hands to a render: where its own `/api` listens. */
interface RenderContext {
  apiOrigin: string;
}

/** Pages of one person: the server sends the bare application for them. */
const personal = ['join', 'learn', 'me', 'studio', 'sign-in'];

const renderModes: ServerRoute[] = [
  ...['', 'es/'].flatMap((locale) =>
    personal.flatMap((path): ServerRoute[] => [
      { path: locale + path, renderMode: RenderMode.Client },
      { path: `${locale + path}/**`, renderMode: RenderMode.Client },
    ]),
  ),
  { path: '**', renderMode: RenderMode.Server },
];

const server: ApplicationConfig = {
  providers: [
    provideServerRendering(withRoutes(renderModes)),
    { provide: API_ORIGIN, useFactory: () => (inject(REQUEST_CONTEXT) as RenderContext | null)?.apiOrigin ?? null },
    { provide: HttpBackend, useExisting: ApiOriginBackend },
  ],
};

export const serverConfig = mergeApplicationConfig(appConfig(serverRoutes), server);
