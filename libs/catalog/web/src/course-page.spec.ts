import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { type CourseDetail } from '@haven/catalog/contract';
import { provideI18n, useLocale } from '@haven/shared/web';
import { BEGUN_COURSES, COMPLETED_COURSES } from './begun-courses';
import { catalogRoutes } from './catalog.routes';
import { dictionaries } from './i18n/dictionaries';

const plain: CourseDetail = {
  ...{ id: 'c', slug: 'harbours', topic: 'cities', title: { en: 'Harbours' }, summary: { en: '' } },
  ...{ languages: ['en'], minutes: 5, captions: false, reviewedOn: '2026-03-01', outcomes: { en: ['See'] } },
  ...{ cover: null, opens: null, closes: null, phase: 'open', certificate: false, order: 'free' },
  ...{ visibility: 'public', prerequisites: [], modules: [] },
  release: { number: 1, publishedAt: '2026-03-01T00:00:00.000Z' },
};
const needs = [
  { slug: 'boats', title: { en: 'Boats' } },
  { slug: 'tides', title: { en: 'Tides' } },
];

describe('the page of a course', () => {
  const open = async (course: Partial<CourseDetail>, begun: string[] = [], completed: string[] = []) => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideI18n(dictionaries),
        provideRouter(
          [{ path: '', canActivate: [useLocale], children: [...catalogRoutes, { path: '**', children: [] }] }],
          withComponentInputBinding(),
        ),
        { provide: BEGUN_COURSES, useValue: signal(new Set(begun)) },
        { provide: COMPLETED_COURSES, useValue: signal(new Set(completed)) },
      ],
    });
    // The page is not made before its course is there: it is waited for.
    const opening = RouterTestingHarness.create('/courses/harbours');
    const http = TestBed.inject(HttpTestingController);
    let asked = http.match('/api/courses/harbours');
    for (; asked.length === 0; asked = http.match('/api/courses/harbours'))
      await new Promise((resolve) => setTimeout(resolve));
    asked[0]?.flush({ ...plain, ...course });
    const harness = await opening;
    await harness.fixture.whenStable();
    const page = harness.routeNativeElement;
    if (!page) throw new Error('There is no page.');
    const notice = page.querySelector('hv-notice');
    return {
      notice: notice?.textContent?.replace(/\s+/g, ' ').trim() ?? null,
      links: [...(notice?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href')),
      way: page.querySelector('a[href="/learn/harbours"]')?.textContent?.trim() ?? null,
      facts: [...page.querySelectorAll('[aria-labelledby="completes"] li')].map((item) =>
        item.textContent?.replace(/\s+/g, ' ').trim(),
      ),
      robots: document.querySelector('meta[name="robots"]')?.getAttribute('content') ?? null,
    };
  };

  it('of an open course has the way in, and no notice', async () =>
    expect(await open({})).toEqual({
      ...{ notice: null, links: [], way: 'Start this course', robots: null },
      facts: ['Its lessons can be taken in any order.'],
    }));

  it('says when it opens, and offers no way in before', async () => {
    const { notice, way } = await open({ phase: 'coming', opens: '2036-03-03T08:00:00.000Z' });
    expect(notice).toMatch(/^This course opens on Monday, March 3, 2036 at /);
    expect(way).toBeNull();
  });

  it('says since when it is closed, and lets those go on who have begun', async () => {
    const closed = { phase: 'closed', closes: '2026-03-03T08:00:00.000Z' } as const;
    const shut = await open(closed);
    expect(shut.notice).toMatch(/^This course closed on .* What you completed in it can still be read\.$/);
    expect(shut.way).toBeNull();
    TestBed.resetTestingModule();
    expect((await open(closed, ['harbours'])).way).toBe('Go on with this course');
  });

  it('names what to finish first as links, but for what is complete', async () => {
    const shut = await open({ prerequisites: needs }, [], ['boats']);
    expect(shut.notice).toMatch(/first finish:\s*Tides$/);
    expect(shut.links).toEqual(['/courses/tides']);
    expect(shut.way).toBeNull();
    TestBed.resetTestingModule();
    const open1 = await open({ prerequisites: needs }, [], ['boats', 'tides']);
    expect([open1.notice, open1.way]).toEqual([null, 'Start this course']);
    TestBed.resetTestingModule();
    const begun = await open({ prerequisites: needs }, ['harbours']);
    expect([begun.notice, begun.way]).toEqual([null, 'Go on with this course']);
  });

  it('says in a sentence each in which order, with which certificate, until when and after what', async () => {
    const { facts } = await open({
      ...{ order: 'sequential', certificate: true, closes: '2036-03-03T08:00:00.000Z', prerequisites: needs },
    });
    expect(facts).toEqual([
      'Its lessons open one after the other.',
      'Whoever completes it can have a certificate.',
      expect.stringMatching(/^It can be worked on until Monday, March 3, 2036 at /),
      'To be completed before it: Boats, Tides.',
    ]);
  });

  it('of a course for those with its address asks search engines to leave it out', async () =>
    expect((await open({ visibility: 'link' })).robots).toBe('noindex'));
});
