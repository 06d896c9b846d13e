import { type Page } from '@playwright/test';
import { expect, test } from './support/haven';

const course = '/learn/sanctuary-in-cities';

/** Until the application is on the device and pages go through its worker. */
const kept = (page: Page) => page.evaluate(async () => void (await navigator.serviceWorker.ready));

/** What the server has of the webinar, asked from the page itself, so with its cookie. */
const coverage = (page: Page) =>
  page.evaluate(async () => {
    const lesson = (await (await fetch('/api/courses/sanctuary-in-cities/lessons/webinar')).json()) as {
      recording: { id: string };
    };
    return (await (await fetch(`/api/watch/${lesson.recording.id}`)).json()) as {
      ranges: [number, number][];
      unproven: [number, number][];
    };
  });

test('without a line the application still starts, and says what is not there', async ({ page, context }) => {
  await page.goto('/');
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  await page.goto(course);
  await kept(page);
  await context.setOffline(true);
  await page.close();
  const cold = await context.newPage();
  await cold.goto('/es/learn');
  await expect(cold.getByRole('heading', { level: 1, name: 'Mi aprendizaje' })).toBeVisible();
});

test('a lesson that was downloaded plays after a cold start without a line, and counts once', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  await page.goto(`${course}/webinar`);
  await kept(page);
  await page.getByRole('link', { name: 'Download this lesson' }).click();
  await expect(page.getByRole('radio', { name: /Video, \d+p · about \d+ MB/ }).first()).toBeChecked();
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  await expect(page.getByRole('listitem').getByText('On this device')).toBeVisible({ timeout: 60_000 });

  await context.setOffline(true);
  await page.close();
  const cold = await context.newPage();
  await cold.goto(`${course}/webinar`);
  await cold.getByRole('button', { name: /Play/ }).first().click();
  const video = cold.locator('video');
  const position = () => video.evaluate(({ currentTime }: HTMLVideoElement) => currentTime);
  await expect.poll(position).toBeGreaterThan(3);
  await video.evaluate((element: HTMLVideoElement) => (element.currentTime = 150));
  await expect.poll(position).toBeGreaterThan(154);
  await expect(cold.getByLabel('Search the transcript')).toBeVisible();
  expect(await video.evaluate(({ textTracks }: HTMLVideoElement) => textTracks.length)).toBeGreaterThan(0);
  await cold.getByRole('button', { name: 'Pause', exact: true }).first().click();
  await expect(cold.getByText(/Kept on this device/).first()).toBeVisible();
  await cold.goto(`${course}/check-what-you-know`);
  await expect(cold.getByRole('heading', { level: 1, name: 'The lesson did not load' })).toBeVisible();

  await context.setOffline(false);
  await expect(cold.getByText(/^Saved /).first()).toBeVisible({ timeout: 30_000 });
  await expect.poll(async () => (await coverage(cold)).ranges.length).toBe(2);
  const { ranges, unproven } = await coverage(cold);
  expect(ranges.map(([from]) => from)).toEqual([0, 150]);
  expect(unproven).toEqual([]);
});
