import { type Page } from '@playwright/test';
import { expect, test } from './support/haven';

const lesson = '/learn/sanctuary-in-cities/webinar';

async function play(page: Page): Promise<void> {
  await page.goto(`${lesson}?t=20`);
  await page.getByRole('button', { name: 'Play', exact: true }).first().click();
  // Only set-up: how soon a busy machine begins to play is not what is asked here.
  await expect
    .poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime), { timeout: 30_000 })
    .toBeGreaterThan(22);
}

/** A claim that says that something was played. */
const claims = (page: Page) =>
  page.waitForRequest(
    (request) => request.url().endsWith('/api/watch/claims') && /\[\[\d/.test(request.postData() ?? ''),
  );

test('what is played is sent while the timers of the page stand still, by a worker that ends with playing', async ({
  page,
}) => {
  const begun = page.waitForEvent('worker');
  await play(page);
  const worker = await begun;
  const sent = claims(page);
  await page.evaluate(() => Object.assign(globalThis, { setTimeout: () => 0, setInterval: () => 0 }));
  await sent;
  const ended = worker.waitForEvent('close');
  await page.getByRole('button', { name: 'Pause', exact: true }).first().click();
  await ended;
});

for (const moment of ['hidden', 'pagehide', 'freeze', 'online'] as const)
  test(`what is played is sent on ${moment}`, async ({ page }) => {
    await play(page);
    const sent = claims(page);
    await page.evaluate((name) => {
      if (name === 'hidden') {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
        document.dispatchEvent(new Event('visibilitychange'));
      } else if (name === 'freeze') document.dispatchEvent(new Event('freeze'));
      else dispatchEvent(new Event(name));
    }, moment);
    const { claims: told } = (await sent).postDataJSON() as { claims: { ranges: [number, number][] }[] };
    const [from, to] = told[0]?.ranges[0] ?? [0, Infinity];
    // What was played by itself would have waited for fifteen seconds.
    expect(to - from).toBeLessThan(15);
  });
