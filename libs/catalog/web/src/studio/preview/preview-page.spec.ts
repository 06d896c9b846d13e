import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, input, model } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { I18n, provideI18n, withDictionary } from '@haven/shared/web';
import { PreviewFrame } from './preview-frame';
import { PreviewPage } from './preview-page';

/** In the place of the frame: jsdom shows none. */
@Component({ selector: 'haven-preview-frame', template: '{{ start() }} {{ locale() }} {{ width() }}' })
class StubFrame {
  readonly preview = input.required();
  readonly start = input.required<string>();
  readonly width = input.required<string>();
  readonly locale = model.required<string>();
}

const dictionaries = [
  { en: () => import('../i18n/en'), es: () => import('../i18n/es') },
  { en: () => import('./i18n/en'), es: () => import('./i18n/es') },
];
const course = '0193f2a0-0000-7000-8000-000000000001';
const previews = `/api/studio/courses/${course}/previews`;
const learner = (n: number) => `0193f2a0-0000-7000-8000-0000000001${10 + n}`;
const release = (number: number) => ({ number, at: '2026-11-01T12:00:00.000Z', state: 'past' });

describe('the page of a preview', () => {
  const open = async (query = '') => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideI18n(),
        provideRouter(
          [
            {
              path: 'studio/courses/:id/preview',
              canActivate: dictionaries.map(withDictionary),
              component: PreviewPage,
            },
            { path: '**', children: [] },
          ],
          withComponentInputBinding(),
        ),
      ],
    });
    TestBed.overrideComponent(PreviewPage, { remove: { imports: [PreviewFrame] }, add: { imports: [StubFrame] } });
    const harness = await RouterTestingHarness.create(`/studio/courses/${course}/preview${query}`);
    const http = TestBed.inject(HttpTestingController);
    const page = harness.routeNativeElement;
    if (!page) throw new Error('There is no page.');
    const settle = async () => {
      await new Promise((resolve) => setTimeout(resolve));
      await harness.fixture.whenStable();
    };
    http.expectOne(`/api/studio/courses/${course}`).flush({ title: { en: 'A course' } });
    http.expectOne(({ url }) => url.includes('/releases')).flush({ items: [release(2), release(1)], next: null });
    await settle();
    let begun = 0;
    /** Answers the request that begins a preview, and says what it asked for. */
    const begin = async (life = 60_000) => {
      const { request, flush } = asked('POST', previews);
      const until = new Date(Date.now() + life).toISOString();
      flush({ id: learner(begun++), slug: 'a-course', until });
      await settle();
      return (request.body as { release: number | null }).release;
    };
    const asked = (method: string, url: string) => {
      const one = http.expectOne({ method, url });
      return { request: one.request, flush: (body: object) => one.flush(body) };
    };
    const ended = (n: number) => asked('DELETE', `${previews}/${learner(n)}`).flush({ ok: true });
    return {
      harness,
      http,
      page,
      settle,
      begin,
      ended,
      frame: () => page.querySelector('haven-preview-frame')?.textContent ?? null,
    };
  };

  it('shows the draft, from the lesson that the address names, in the language and width that are chosen', async () => {
    const { page, begin, settle, frame } = await open('?lesson=one');
    expect(frame()).toBeNull();
    expect(await begin()).toBeNull();
    expect(frame()).toBe('/learn/a-course/one en full');
    for (const name of ['Español', 'Phone'])
      [...page.querySelectorAll('label')].find((label) => label.textContent.trim() === name)?.click();
    await settle();
    expect(frame()).toBe('/learn/a-course/one es phone');
  });

  it('shows the release that is chosen, and ends what was before', async () => {
    const { page, settle, begin, ended, frame } = await open();
    await begin();
    const select = page.querySelector('select');
    if (!select) throw new Error('There is no choice.');
    select.value = '1';
    select.dispatchEvent(new Event('change'));
    await settle();
    ended(0);
    expect(frame()).toBeNull();
    expect(await begin()).toBe(1);
    expect(frame()).not.toBeNull();
  });

  it('begins anew with another learner, and ends with the page', async () => {
    const { harness, page, settle, begin, ended } = await open('?release=2');
    expect(await begin()).toBe(2);
    page.querySelector<HTMLButtonElement>('button[type=button]')?.click();
    await settle();
    ended(0);
    expect(await begin()).toBe(2);
    await harness.navigateByUrl('/elsewhere');
    ended(1);
  });

  it('ends what comes after the page is gone', async () => {
    const { harness, begin, ended } = await open();
    await harness.navigateByUrl('/elsewhere');
    await begin();
    ended(0);
  });

  it('says when it is over, and why it could not begin', async () => {
    const { http, page, settle, begin, frame } = await open();
    await begin(0);
    await settle();
    expect(frame()).toBeNull();
    expect(page.textContent).toContain(TestBed.inject(I18n).t('preview.over'));
    page.querySelector<HTMLButtonElement>('button[type=button]')?.click();
    await settle();
    http.expectOne({ method: 'DELETE' }).flush({ ok: true });
    http.expectOne({ method: 'POST' }).error(new ProgressEvent('error'));
    await settle();
    expect(page.querySelector('[role=alert], hv-load-error')?.textContent).toContain('The preview could not begin');
  });
});
