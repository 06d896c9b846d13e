import { APP_BASE_HREF } from '@angular/common';
import { mergeApplicationConfig } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { previewAt, previewBase } from '@haven/shared/contract/plain';
import { App } from './app';
import { appConfig } from './app.config';
import { routes } from './app.routes';

// Read by zod wherever it is loaded later: it would try to compile its checks, which the content security policy forbids and reports.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

const preview = previewAt(location.pathname);
if (preview) (await import('./preview/set-apart')).setApart(preview);
const place = preview ? [{ provide: APP_BASE_HREF, useValue: previewBase(preview) }] : [];

await bootstrapApplication(App, mergeApplicationConfig(appConfig(routes), { providers: place }));
