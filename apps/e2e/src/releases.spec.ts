import { type Browser, type Page } from '@playwright/test';
import { expect, signIn, test } from './support/haven';
import { beginReading, writeReading } from './support/studio';

const heading = (page: Page, name: string | RegExp) =>
  expect(page.getByRole('heading', { level: 1, name })).toBeFocused();

/** Another browser, of somebody who only reads the page of a course. */
async function reader(browser: Browser, baseURL: string | undefined, slug: string) {
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const page = await context.newPage();
  const lessons = async () => {
    await page.goto(`/courses/${slug}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    return page.locator('main');
  };
  return { lessons, close: () => context.close() };
}

const open = async (page: Page, course: string, part: string, name: string | RegExp) => {
  await page.goto(`${course}/${part}`);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
};

test('an editor goes back to an earlier release, having read what learners will see differently, and compares two', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, 'editor');
  const { course, lesson } = await beginReading(page, 'going-back');
  await writeReading(page, lesson, 'What we promise', 'Nobody asks who you are.');
  await open(page, course, 'publish', 'Review and publish');
  await page.getByRole('button', { name: 'Publish release 1' }).click();
  await expect(page.getByRole('heading', { name: 'Release 1 is published' })).toBeFocused();

  await writeReading(page, lesson, 'What we ask', 'Please bring a paper.');
  await open(page, course, 'publish', 'Review and publish');
  await page.getByRole('button', { name: 'Publish release 2' }).click();
  await expect(page.getByText('Release 2 is published')).toBeVisible();
  const someone = await reader(browser, baseURL, 'going-back');
  await expect(await someone.lessons()).toContainText('What we ask');

  await writeReading(page, lesson, 'What we think of', 'A draft.');
  await page.getByRole('navigation', { name: 'This course' }).getByRole('link', { name: 'History' }).click();
  await heading(page, 'History');
  await page.getByRole('link', { name: 'Release number 1 again…' }).click();
  await heading(page, 'Release number 1 again');
  await expect(page.getByRole('heading', { name: 'What learners will see differently' })).toBeVisible();
  await expect(page.getByText('promise').first()).toBeVisible();
  await page.getByLabel('Note for the history').fill('The new text was wrong');
  await page.getByRole('button', { name: 'Publish as release 3' }).click();
  await expect(page.getByRole('heading', { name: 'Release 3 is published' })).toBeFocused();
  await expect(await someone.lessons()).toContainText('What we promise');

  await page.getByRole('navigation', { name: 'This course' }).getByRole('link', { name: 'History' }).click();
  await heading(page, 'History');
  await expect(page.getByText('Shows again what release 1 showed.')).toBeVisible();
  await page.getByRole('link', { name: 'Compare two releases' }).click();
  await heading(page, 'Compare two releases');
  await page.getByLabel('First').selectOption({ label: await optionOf(page, 1) });
  await expect(page.getByRole('heading', { name: 'For a reader both are the same' })).toBeVisible();
  await page.getByLabel('Second').selectOption({ label: await optionOf(page, 2) });
  await expect(page.getByRole('heading', { name: '1 difference' })).toBeVisible();
  await expect(page).toHaveURL(/from=1&to=2/);
  await open(page, course, 'outline', /Outline|lesson/i);
  await expect(page.getByText('What we think of').first()).toBeVisible();
  await someone.close();
});

const optionOf = async (page: Page, number: number) =>
  (
    (await page
      .getByRole('option', { name: `Release ${number},` })
      .first()
      .textContent()) ?? ''
  ).trim();

test('an editor plans a release, changes the time, and cancels another; readers see each when it is time', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, 'editor');
  const { course, lesson } = await beginReading(page, 'in-time');
  await writeReading(page, lesson, 'Today', 'The text of today.');
  await open(page, course, 'publish', 'Review and publish');
  await page.getByRole('button', { name: 'Publish release 1' }).click();
  await expect(page.getByText('Release 1 is published')).toBeVisible();
  const someone = await reader(browser, baseURL, 'in-time');
  await expect(await someone.lessons()).toContainText('Today');

  await writeReading(page, lesson, 'Tomorrow', 'The text of tomorrow.');
  await open(page, course, 'publish', 'Review and publish');
  await page.getByRole('radio', { name: 'At a time' }).check();
  await page.getByLabel('Date').fill('');
  await page.getByRole('button', { name: 'Plan release 2' }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await page.getByLabel('Date').fill(inDays(2));
  await expect(page.getByText('This is the time zone of your device.')).toBeVisible();
  await page.getByRole('button', { name: 'Plan release 2' }).click();
  await expect(page.getByRole('heading', { name: 'Release 2 is planned' })).toBeFocused();
  await expect(await someone.lessons()).toContainText('Today');

  await page.getByRole('navigation', { name: 'This course' }).getByRole('link', { name: 'History' }).click();
  await heading(page, 'History');
  await page.getByRole('button', { name: 'Change the time of release 2…' }).click();
  await page.getByRole('radio', { name: 'Now' }).check();
  await page.getByRole('button', { name: 'Save the time' }).click();
  await expect(page.getByText('Release 2 is published. It is what learners see now.')).toBeFocused();
  await expect(await someone.lessons()).toContainText('Tomorrow');

  await writeReading(page, lesson, 'Never', 'A mistake.');
  await open(page, course, 'publish', 'Review and publish');
  await page.getByRole('radio', { name: 'At a time' }).check();
  await page.getByRole('button', { name: 'Plan release 3' }).click();
  await expect(page.getByText('Release 3 is planned')).toBeVisible();
  await expect(page.getByText(/release 3 is cancelled/)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel release 3' }).click();
  await expect(page.getByText(/^Release 3 is cancelled\./)).toBeFocused();
  await page.getByRole('navigation', { name: 'This course' }).getByRole('link', { name: 'History' }).click();
  await expect(page.getByText('Cancelled, never seen')).toBeVisible();
  await someone.close();
});

/** A day as a date field holds it. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('an editor reads what a release is for people, and asks those who completed to go through what changed', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, 'editor');
  const { course, lesson } = await beginReading(page, 'for-people');
  await writeReading(page, lesson, 'What we promise', 'Nobody asks who you are.');
  await open(page, course, 'publish', 'Review and publish');
  await page.getByRole('button', { name: 'Publish release 1' }).click();
  await expect(page.getByText('Release 1 is published')).toBeVisible();

  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const learner = await context.newPage();
  await learner.goto('/learn/for-people');
  await learner.getByRole('link', { name: /^Start: / }).click();
  await learner.getByRole('button', { name: 'Mark as read' }).click();
  await expect(learner.getByText('Lesson complete').first()).toBeVisible();

  await writeReading(page, lesson, 'What we promise', 'Nobody asks where you are from.');
  await open(page, course, 'publish', 'Review and publish');
  await expect(page.getByText('A few people have completed the course and stay complete.')).toBeVisible();
  await expect(page.getByText('Some of them get 1 changed lesson.')).toBeVisible();
  await expect(page.getByText(/fewer than ten people/)).toBeVisible();
  await page.getByRole('radio', { name: /^Ask them to go through/ }).check();
  await page.getByRole('button', { name: 'Publish release 2' }).click();
  await expect(page.getByText('Release 2 is published')).toBeVisible();

  await learner.goto('/learn');
  await expect(learner.getByText(/You are asked to go through 1 lesson/)).toBeVisible();
  await learner.goto('/learn/for-people');
  await expect(learner.getByRole('heading', { name: 'New since you completed this course' })).toBeVisible();
  await expect(learner.getByText(/You completed this course on/)).toBeVisible();
  await learner.getByRole('link', { name: 'What we promise' }).first().click();
  await expect(learner.getByRole('heading', { level: 1, name: 'What we promise' })).toBeFocused();
  await learner.getByRole('button', { name: 'I have gone through it again' }).click();
  await expect(learner.getByText('You are asked to go through it again.')).toBeHidden();
  await learner.goto('/learn/for-people');
  await expect(learner.getByText('Gone through')).toBeVisible();
  await context.close();
});
