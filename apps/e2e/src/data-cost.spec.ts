import { expect, test } from './support/haven';

test('of a recording that stands still no more than a minute ahead is fetched: data costs money', async ({ page }) => {
  await page.goto('/learn/sanctuary-in-cities/webinar');
  await page.getByRole('button', { name: 'Play', exact: true }).first().click();
  const video = page.locator('video');
  const position = () => video.evaluate(({ currentTime }: HTMLVideoElement) => currentTime);
  await expect.poll(position, { timeout: 30_000 }).toBeGreaterThan(2);
  await page.getByRole('button', { name: 'Pause', exact: true }).first().click();
  await page.waitForLoadState('networkidle');
  const ahead = await video.evaluate(
    ({ buffered, currentTime }: HTMLVideoElement) => buffered.end(buffered.length - 1) - currentTime,
  );
  expect(ahead).toBeGreaterThan(20);
  expect(ahead).toBeLessThan(75);
});
