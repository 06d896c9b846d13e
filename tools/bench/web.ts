import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import startHaven from '../../apps/e2e/src/support/server.ts';
import { findBrowser } from '../test/browser.ts';
import { brotliBytes, initialFiles } from '../test/bundle.ts';
import type { Bench } from './bench.ts';

const root = join(import.meta.dirname, '../..');

/** A phone on a slow third-generation line: 1.6 Mb/s, 150 ms, a processor four times slower than this one. */
const line = { offline: false, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8, latency: 150 };
const slowdown = 4;

/** The weight of the first page, and the largest paint of home and course page on a slow phone with an empty cache. */
export const web: Bench = async ({ quick }) => {
  const folder = join(root, 'dist/web/browser');
  const { scripts, styles } = await initialFiles(folder);
  const browser = await chromium.launch({
    executablePath: (await findBrowser(root)).path,
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  try {
    const stop = await startHaven();
    try {
      const home = await paint(browser, '/', quick ? 1 : 5);
      const course = await paint(browser, '/courses/sanctuary-in-cities', quick ? 1 : 5);
      return {
        initial_js_brotli_kb: kb(await brotliBytes(folder, scripts)),
        css_brotli_kb: kb(await brotliBytes(folder, styles)),
        lcp_home_ms: home.lcp,
        lcp_course_ms: course.lcp,
        cls: Math.max(home.cls, course.cls),
        third_party_requests: home.foreign + course.foreign,
      };
    } finally {
      await stop();
    }
  } finally {
    await browser.close();
  }
};

const kb = (bytes: number) => Math.round(bytes / 100) / 10;

interface Paint {
  readonly lcp: number;
  readonly cls: number;
  readonly foreign: number;
}

/** The median of `times` visits, each in a fresh profile. A first visit that is not counted has the page rendered. */
async function paint(browser: Browser, path: string, times: number): Promise<Paint> {
  await fetch(`${process.env['HAVEN_URL']}${path}`).then((answer) => answer.text());
  const visits: Paint[] = [];
  for (let n = 0; n < times; n++) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    visits.push(await visit(await context.newPage(), `${process.env['HAVEN_URL']}${path}`));
    await context.close();
  }
  visits.sort((a, b) => a.lcp - b.lcp);
  return visits[Math.floor(visits.length / 2)] as Paint;
}

async function visit(page: Page, url: string): Promise<Paint> {
  let foreign = 0;
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== new URL(url).origin) foreign++;
  });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', line);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(url, { waitUntil: 'networkidle' });
  const { lcp, cls } = await page.evaluate(
    () =>
      new Promise<{ lcp: number; cls: number }>((resolve) => {
        let lcp = 0;
        let cls = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) lcp = entry.startTime;
        }).observe({ type: 'largest-contentful-paint', buffered: true });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) cls += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve({ lcp, cls }), 300);
      }),
  );
  return { lcp: Math.round(lcp), cls: Math.round(cls * 1000) / 1000, foreign };
}
