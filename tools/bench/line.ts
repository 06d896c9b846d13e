import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import startHaven from '../../apps/e2e/src/support/server.ts';
import { findBrowser } from '../test/browser.ts';
import type { Bench } from './bench.ts';

const root = join(import.meta.dirname, '../..');
const lesson = '/learn/sanctuary-in-cities/webinar';

/** A village's line: 300 kb/s, 400 ms. */
const line = { offline: false, downloadThroughput: 300e3 / 8, uploadThroughput: 300e3 / 8, latency: 400 };

const ways = { video: 'auto', sound: 'audio' } as const;

/** A learner on a thin line, with an empty cache: from the address to the lesson, from pressing Play to the first frame, and then each stall. */
export const thinLine: Bench = async ({ quick }) => {
  const browser = await chromium.launch({
    executablePath: (await findBrowser(root)).path,
    args: ['--no-sandbox', '--disable-background-networking', '--mute-audio'],
  });
  const stop = await startHaven();
  try {
    const figures: Record<string, number> = {};
    for (const [way, quality] of Object.entries(ways))
      for (const [name, figure] of Object.entries(await visit(browser, quality, quick ? 20 : 120)))
        figures[`${way}_${name}`] = figure;
    return figures;
  } finally {
    await stop();
    await browser.close();
  }
};

/** One visit that ends after `seconds` of media. */
async function visit(browser: Browser, quality: string, seconds: number): Promise<Record<string, number>> {
  // What a service worker asks for would pass by the line.
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
  await context.addInitScript(
    (liked) => localStorage.setItem('haven.player', JSON.stringify({ quality: liked })),
    quality,
  );
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', line);
  const asked = performance.now();
  await page.goto(`${process.env['HAVEN_URL']}${lesson}`, { timeout: 120_000 });
  await page.getByRole('button', { name: 'Play', exact: true }).first().waitFor({ timeout: 120_000 });
  const ready = performance.now();
  const watched = watch(page, seconds);
  await page.getByRole('button', { name: 'Play', exact: true }).first().click();
  const { firstFrame, stalls, stalled } = await watched;
  await context.close();
  return {
    lesson_s: tenths((ready - asked) / 1000),
    first_frame_s: tenths(firstFrame),
    stalls,
    stalled_s: tenths(stalled),
    played_s: seconds,
  };
}

const tenths = (figure: number) => Math.round(figure * 10) / 10;

/** In seconds, from the first wish to play: until the picture moved, and what was spent standing still after that. */
function watch(page: Page, seconds: number): Promise<{ firstFrame: number; stalls: number; stalled: number }> {
  return page.evaluate(
    (until) =>
      new Promise<{ firstFrame: number; stalls: number; stalled: number }>((resolve, reject) => {
        const video = document.querySelector('video');
        if (!video) return reject(new Error('There is no video.'));
        let [wished, began, stood, stalls, stalled] = [NaN, NaN, NaN, 0, 0];
        const now = () => performance.now() / 1000;
        video.addEventListener('play', () => (wished = now()), { once: true });
        video.addEventListener('waiting', () => {
          if (Number.isNaN(began)) return;
          stalls++;
          stood = now();
        });
        video.addEventListener('timeupdate', () => {
          if (video.currentTime === 0) return;
          if (Number.isNaN(began)) began = now();
          if (!Number.isNaN(stood)) stalled += now() - stood;
          stood = NaN;
          if (video.currentTime >= until) resolve({ firstFrame: began - wished, stalls, stalled });
        });
      }),
    seconds,
  );
}
