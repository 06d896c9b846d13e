import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { localeMatcher, provideI18n, useLocale } from '@haven/shared/web';
import { recordingListRoutes, recordingPageRoutes } from '../studio.routes';

const settle = () => new Promise((resolve) => setTimeout(resolve));

/** Opens a page of recordings in the studio. `answer` waits for a request and answers it; `press` presses the button of that name. */
export async function openPage(url: string) {
  const recordings = [
    { path: '', pathMatch: 'full' as const, children: recordingListRoutes },
    { path: '', children: recordingPageRoutes },
  ];
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideI18n(),
      provideRouter(
        [
          {
            matcher: localeMatcher,
            canActivate: [useLocale],
            children: [{ path: 'studio/recordings', children: recordings }],
          },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const harness = await RouterTestingHarness.create(url);
  const http = TestBed.inject(HttpTestingController);
  const page = harness.routeNativeElement;
  if (!page) throw new Error('There is no page.');
  const settled = async () => {
    await settle();
    TestBed.tick();
    await settle();
  };
  const answer = async (method: string, path: string, body: object, status = 200) => {
    await settled();
    const request = http.expectOne((asked) => asked.method === method && asked.urlWithParams === path);
    request.flush(body, { status, statusText: String(status) });
    await settled();
    return request.request;
  };
  const press = async (name: string) => {
    const button = [...page.querySelectorAll('button')].find((other) => other.textContent?.trim().startsWith(name));
    if (!button) throw new Error(`There is no button ${name}.`);
    button.click();
    await settled();
  };
  const text = () => page.textContent?.replace(/\s+/g, ' ') ?? '';
  return { http, page, answer, press, text, settled, url: () => TestBed.inject(Router).url };
}
