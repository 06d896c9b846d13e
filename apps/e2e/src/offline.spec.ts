import { type Page } from '@playwright/test';
import { expect, test } from './support/haven';

const course = '/learn/sanctuary-in-cities';

/** Until the application is on the device and pages go through its worker. */
const kept = (page: Page) => page.evaluate(async () => void (await navigator.serviceWorker.ready));

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
