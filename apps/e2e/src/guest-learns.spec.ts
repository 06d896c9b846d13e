import { type Page } from '@playwright/test';
import { expect, test } from './support/haven';

const course = '/learn/sanctuary-in-cities';

/** What the server has of the webinar, asked from the page itself, so with its cookie. */
const coverage = (page: Page) =>
  page.evaluate(async () => {
    const lesson = (await (await fetch('/api/courses/sanctuary-in-cities/lessons/webinar')).json()) as {
      recording: { id: string };
    };
    return (await (await fetch(`/api/watch/${lesson.recording.id}`)).json()) as {
      ranges: [number, number][];
      position: number;
    };
  });

test('a visitor starts a course without an account and reads a lesson', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: /^Start “Sanctuary in cities”/ }).click();
  await page.waitForURL(/sanctuary-in-cities/);
  if (page.url().includes('/courses/'))
    await page
      .getByRole('link', { name: /Start this course/ })
      .first()
      .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sanctuary in cities' })).toBeVisible();
  await page.getByRole('link', { name: /^Start: / }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'Mark as read' }).click();
  await expect(page.getByText('Lesson complete').first()).toBeVisible();
  await page.goto(course);
  await expect(page.getByText('1 of 10 lessons complete').first()).toBeVisible();
  await page.reload();
  await expect(page.getByText('1 of 10 lessons complete').first()).toBeVisible();
});

test('what is watched is kept, and playing resumes after a reload', async ({ page }) => {
  await page.goto(`${course}/webinar?t=120`);
  await page.getByRole('button', { name: 'Play', exact: true }).first().click();
  const position = () => page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime);
  await expect.poll(position).toBeGreaterThan(124);
  await page.getByRole('button', { name: 'Pause', exact: true }).first().click();
  await expect.poll(async () => (await coverage(page)).ranges.length).toBe(1);
  const { ranges } = await coverage(page);
  expect(ranges[0]?.[0]).toBeGreaterThanOrEqual(119);
  expect(ranges[0]?.[1]).toBeGreaterThanOrEqual(123);

  await page.goto(`${course}/webinar`);
  await expect.poll(position).toBeGreaterThan(122);
  await expect(page.getByText(/missing:/)).toBeVisible();
});

test('the transcript can be searched, leads to its moment, and counts when it is read', async ({ page }) => {
  await page.goto(`${course}/webinar`);
  await page.getByLabel('Search the transcript').fill('Providence');
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
  await page.getByRole('button', { name: 'I have read the transcript' }).click();
  await expect(page.getByText('Lesson complete').first()).toBeVisible();
  await page.goto(course);
  await expect(page.getByText('You read the transcript to its end.').first()).toBeVisible();
});

test('the quiz is graded on the server, and its answers survive a reload', async ({ page }) => {
  const bodies: string[] = [];
  page.on('response', (response) => {
    if (/\/api\/(attempts|enrolments)/.test(response.url()))
      void response.text().then(
        (text) => bodies.push(text),
        () => undefined,
      );
  });
  await page.goto(`${course}/check-what-you-know`);
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await expect(page.getByText('Question 1 of 8')).toBeVisible();
  const first = page.locator('main input[type=radio], main input[type=checkbox]').first();
  await first.check();
  await expect.poll(() => bodies.some((body) => body.includes('"saved"'))).toBe(true);
  await page.reload();
  await expect(page.locator('main input:checked')).toHaveCount(1);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Question 2 of 8')).toBeVisible();
  await page.goto(page.url().replace(/\/q\/\d+$/, '/check'));
  await expect(page.getByText('7 questions have no answer yet:')).toBeVisible();
  expect(bodies.join('')).not.toMatch(/"explanation"|"correct"/);
  await page.getByRole('button', { name: 'Hand in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Not passed yet/ })).toBeVisible();
  await expect(page.getByText('The right answer').first()).toBeVisible();
});

test('switching the language in the middle of a question keeps the answer and the place', async ({ page }) => {
  await page.goto(`${course}/check-what-you-know`);
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  const option = page.locator('main input[type=radio], main input[type=checkbox]').nth(1);
  await option.check();
  const english = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('link', { name: 'Español' }).click();
  await page.waitForURL(/\/es\/learn\//);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(english);
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page.locator('main input').nth(1)).toBeChecked();
});

test('switching the language while a recording plays does not stop it', async ({ page }) => {
  await page.goto(`${course}/webinar?t=30`);
  await page.getByRole('button', { name: 'Play', exact: true }).first().click();
  const video = page.locator('video');
  await expect.poll(() => video.evaluate((v: HTMLVideoElement) => v.currentTime)).toBeGreaterThan(31);
  await page.getByRole('link', { name: 'Español' }).click();
  await page.waitForURL(/\/es\/learn\//);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Cómo crear');
  expect(await video.evaluate((v: HTMLVideoElement) => v.paused)).toBe(false);
  expect(await video.evaluate((v: HTMLVideoElement) => v.currentTime)).toBeGreaterThan(31);
});

test('a lost connection loses no answer', async ({ page, context }) => {
  await page.goto(`${course}/check-what-you-know`);
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await expect(page.getByText('Question 1 of 8')).toBeVisible();
  await context.setOffline(true);
  await page.locator('main input[type=radio], main input[type=checkbox]').first().check();
  await expect(page.getByText(/Kept on this device/).first()).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(/^Saved /).first()).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(page.locator('main input:checked')).toHaveCount(1);
});
