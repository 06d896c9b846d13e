import { type Page } from '@playwright/test';
import { expect, test } from './support/haven';

/** Presses Tab until what has the focus is named `name`, as someone without a mouse does. */
async function tabTo(page: Page, name: RegExp, most = 80): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement ? (element.labels?.[0]?.innerText ?? '') : '';
      return `${element?.getAttribute('aria-label') ?? ''} ${label} ${element?.textContent ?? ''}`.trim();
    });
    if (name.test(focused)) return;
  }
  throw new Error(`Tab never came to ${name}`);
}

test('by keyboard alone: from the home page to a lesson read and a question answered', async ({ page }) => {
  await page.goto('/');
  // Before the page is awake a link is followed by the browser, which puts the focus nowhere.
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, /Start “Sanctuary in cities”/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/sanctuary-in-cities/);
  if (page.url().includes('/courses/')) {
    // The focus follows the page, away from whatever had it meanwhile.
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await tabTo(page, /Start this course/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/learn\//);
  }
  await expect(page.getByRole('heading', { level: 1, name: 'Sanctuary in cities' })).toBeVisible();
  await tabTo(page, /^Start: /);
  await page.keyboard.press('Enter');
  await page.waitForURL(/why-trust-matters/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await tabTo(page, /^Mark as read$/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Lesson complete').first()).toBeVisible();

  await page.goto('/learn/sanctuary-in-cities/check-what-you-know');
  await expect(page.getByRole('button', { name: 'Start the quiz' })).toBeVisible();
  await tabTo(page, /^Start the quiz$/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/q\/1$/);
  await expect(page.getByText('Question 1 of 8')).toBeVisible();
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.matches('main input') ?? false)) break;
  }
  await page.keyboard.press('Space');
  await expect(page.locator('main input:checked')).toHaveCount(1);
  await tabTo(page, /^Continue$/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Question 2 of 8')).toBeVisible();
});

test('by keyboard alone: the player plays, seeks and shows its keys', async ({ page }) => {
  await page.goto('/learn/sanctuary-in-cities/webinar');
  // Nobody tabs to what is not there yet; on a cold server it comes late.
  await expect(page.getByRole('button', { name: /^Play/ }).first()).toBeVisible();
  await tabTo(page, /^Play/);
  await page.keyboard.press('k');
  const at = () => page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime);
  await expect.poll(at).toBeGreaterThan(0.5);
  await page.keyboard.press('l');
  await expect.poll(at).toBeGreaterThan(10);
  await page.keyboard.press('k');
  await expect.poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.paused)).toBe(true);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Keys of the player');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
