import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app';
import { appConfig } from './app.config';
import { routes } from './app.routes';

// Read by zod wherever it is loaded later: it would try to compile its checks, which the content security policy forbids and reports.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

await bootstrapApplication(App, appConfig(routes));
