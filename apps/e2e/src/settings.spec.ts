import { expect, kept, signIn, test } from './support/haven';
import { addReading, beginReading, publishWith, writeReading } from './support/studio';

const DAY_MS = 24 * 3_600_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

test('an editor sets what holds for a course by keyboard, publishes it, and a reader is told', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, 'editor');
  const { course, lesson } = await beginReading(page, 'with-settings');
  await writeReading(page, lesson, 'What we promise', 'Nobody asks who you are.');
  await page.goto(`${course}/settings`);
  await page.getByLabel('Afterwards learners can, English').focus();
  await page.keyboard.insertText('Say what a city can promise\nName who keeps it');
  await page.getByRole('radio', { name: /^Everyone/ }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /^Whoever has its address/ })).toBeChecked();
  const opens = page.getByRole('group', { name: 'Opens' });
  await opens.getByLabel('Date').fill(inDays(20).toISOString().slice(0, 10));
  await opens.getByLabel('Time').fill('09:00');
  await expect(opens.getByText(/Learners can begin from .* 9:00 AM .* on/)).toBeVisible();
  await page.getByLabel('Another course').focus();
  await page.keyboard.press('ArrowDown');
  const needed = await page.getByLabel('Another course').locator('option:checked').textContent();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: `Take “${needed}” out` })).toBeVisible();
  await page.getByRole('radio', { name: /^Free/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('checkbox', { name: /certificate/ }).focus();
  await page.keyboard.press('Space');
  await expect(page.locator('haven-settings-form').getByText(/^Saved/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Afterwards learners can, English')).toHaveValue(/Name who keeps it/);
  await expect(page.getByRole('checkbox', { name: /certificate/ })).toBeChecked();

  await page.goto(`${course}/publish`);
  await page.getByRole('button', { name: 'Publish release 1' }).click();
  await expect(page.getByRole('heading', { name: 'Release 1 is published' })).toBeFocused();
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const reader = await context.newPage();
  await reader.goto('/courses/with-settings');
  await expect(reader.getByText(/This course opens on .* 9:00 AM/).first()).toBeVisible();
  await expect(reader.getByRole('link', { name: 'Start this course' })).toHaveCount(0);
  await expect(reader.getByText('Say what a city can promise')).toBeVisible();
  await expect(reader.getByText('Its lessons open one after the other.')).toBeVisible();
  await expect(reader.getByText('Whoever completes it can have a certificate.')).toBeVisible();
  await expect(reader.getByRole('link', { name: needed ?? '' })).toBeVisible();
  await expect(reader.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
  await reader.goto('/learn/with-settings');
  await expect(reader.getByText(/This course opens on/)).toBeVisible();
  await reader.goto('/courses');
  await expect(reader.locator('main li').first()).toBeVisible();
  await expect(reader.locator('a[href$="/with-settings"]')).toHaveCount(0);
  await expect(reader.locator('meta[name="robots"]')).toHaveCount(0);
  await context.close();
});

test('lessons in order name the one that comes first, open once it is complete, and are not offered for download before', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, 'editor');
  const { course, lesson } = await beginReading(page, 'in-order');
  await writeReading(page, lesson, 'First things', 'A short text.');
  await addReading(page, course, 'Second things', 'Another short text.');
  await addReading(page, course, 'Third things', 'The last text.');
  await publishWith(page, course, { order: 'sequential' });
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const learner = await context.newPage();
  await learner.goto('/learn/in-order');
  await expect(learner.getByRole('heading', { level: 1 })).toBeVisible();
  const first = learner.locator('main').getByRole('link', { name: 'First things', exact: true });
  await expect(first).toHaveCount(3);
  await learner.getByRole('link', { name: 'Second things' }).first().click();
  await expect(learner.getByRole('heading', { level: 1, name: 'Second things' })).toBeVisible();
  await expect(learner.locator('main').getByText('First finish:')).toBeVisible();
  await expect(learner.getByText('Another short text.')).toHaveCount(0);
  await learner.locator('haven-shut-notice').getByRole('link', { name: 'First things' }).click();
  await learner.getByRole('button', { name: 'Mark as read' }).click();
  await expect(learner.getByText('Lesson complete').first()).toBeVisible();
  await learner.getByRole('link', { name: 'Next: Second things' }).click();
  await expect(learner.getByText('Another short text.')).toBeVisible();

  await learner.goto('/me/downloads?course=in-order&lesson=third-things');
  await expect(learner.getByText('1 lesson is not offered here')).toBeVisible();
  await context.close();
});

test('a course that is over is over without a line too, and what was completed in it stays readable', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, 'editor');
  const { course, lesson } = await beginReading(page, 'soon-over');
  await writeReading(page, lesson, 'Read in time', 'A short text.');
  await addReading(page, course, 'Not read in time', 'Another short text.');
  await publishWith(page, course, { closes: inDays(2).toISOString() });
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const learner = await context.newPage();
  await learner.goto('/learn/soon-over/a-lesson-to-write');
  await learner.getByRole('button', { name: 'Mark as read' }).click();
  await expect(learner.getByText('Lesson complete').first()).toBeVisible();
  await learner.goto('/me/downloads?course=soon-over&lesson=not-read-in-time');
  await learner.getByRole('button', { name: 'Download' }).click();
  await expect(learner.locator('main li').getByText('On this device')).toBeVisible();
  await kept(learner);
  await context.setOffline(true);
  const cold = await context.newPage();
  await cold.goto('/learn/soon-over/not-read-in-time');
  await expect(cold.getByText('Another short text.')).toBeVisible();
  await cold.close();
  const later = await context.newPage();
  await later.clock.install({ time: inDays(5) });
  await later.goto('/learn/soon-over/not-read-in-time');
  await expect(later.getByText(/This course closed on/)).toBeVisible();
  await expect(later.getByText('Another short text.')).toHaveCount(0);
  await later.close();
  await context.setOffline(false);

  await publishWith(page, course, { closes: inDays(-1).toISOString() });
  await learner.goto('/learn/soon-over');
  await expect(learner.getByText(/This course closed on/)).toBeVisible();
  await learner.getByRole('link', { name: 'Read in time' }).first().click();
  await expect(learner.getByText('A short text.')).toBeVisible();
  await learner.goto('/learn/soon-over/not-read-in-time');
  await expect(learner.getByText(/This course closed on/)).toBeVisible();
  await context.close();
});

test('a group joins by its link, finds its course, and leaves; nobody else finds it', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, 'editor');
  await page.goto('/studio/groups');
  await page.getByLabel('Name of a new group').fill('The harbour office');
  await page.getByRole('button', { name: 'Make the group' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'The harbour office' });
  const link = (await row.locator('.group-link').textContent())?.trim() ?? '';
  expect(link).toMatch(/\/join\/[a-z2-7]{20}$/);
  const { course, lesson } = await beginReading(page, 'for-the-harbour');
  await writeReading(page, lesson, 'For us alone', 'A text for the harbour office.');
  await page.goto(`${course}/settings`);
  await page.getByRole('radio', { name: /^Those who are in one of its groups/ }).check();
  await page.getByRole('checkbox', { name: 'The harbour office' }).check();
  await expect(page.locator('haven-settings-form').getByText(/^Saved/)).toBeVisible();
  await publishWith(page, course, {});

  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const guest = await context.newPage();
  await guest.goto('/courses/for-the-harbour');
  await expect(guest.getByRole('heading', { level: 1, name: 'This course is not here' })).toBeVisible();
  await guest.goto(link);
  await guest.getByRole('button', { name: 'Join the group' }).click();
  await expect(guest.getByText('You are in “The harbour office”.')).toBeVisible();
  await guest.getByRole('link', { name: 'A lesson to write' }).click();
  await expect(guest.getByRole('heading', { level: 1, name: 'A lesson to write' })).toBeVisible();
  await guest.getByRole('link', { name: 'Start this course' }).click();
  await expect(guest.getByRole('link', { name: 'For us alone' }).first()).toBeVisible();
  await guest.goto('/me/groups');
  await guest.getByRole('button', { name: 'Leave “The harbour office”…' }).click();
  await guest.getByRole('button', { name: 'Leave the group' }).click();
  await expect(guest.getByRole('heading', { level: 1, name: 'My groups' })).toBeFocused();
  await expect(guest.getByText('You are in no group')).toBeVisible();
  await guest.goto('/learn/for-the-harbour');
  await expect(guest.getByRole('heading', { level: 1, name: 'There is no such course' })).toBeVisible();
  await context.close();
});
