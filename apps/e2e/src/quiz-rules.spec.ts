import { type Page } from '@playwright/test';
import { expect, signIn, test } from './support/haven';
import { newCourse } from './support/quiz-course';

test('an editor sets the rules of a quiz and makes a code; a guest uses it, runs out of time, and has used up the attempt', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  await signIn(page, 'editor');
  const { course, slug, quiz } = await newCourse(page);
  await page.goto(`/studio/courses/${course}/questions/${quiz}`);
  await page.getByRole('link', { name: 'Rules of the quiz' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Rules of Try it/ })).toBeVisible();
  await page.getByLabel('Attempts', { exact: true }).fill('0');
  await page.getByRole('button', { name: 'Save now' }).click();
  await expect(page.getByRole('alert').getByText('Write how many attempts, from 1 to 20')).toBeVisible();
  await page.getByLabel('Attempts', { exact: true }).fill('1');
  await page.getByLabel('Time limit, in minutes').fill('10');
  await page.getByLabel('When learners see what is right, and why').selectOption('Never');
  await page.getByRole('button', { name: 'Save now' }).click();
  await expect(page.getByText(/^Saved /).first()).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Time limit, in minutes')).toHaveValue('10');
  await page.goto(`/studio/courses/${course}/publish`);
  await page.getByRole('button', { name: 'Publish release 1' }).click();
  await expect(page.getByText('Release 1 is published')).toBeVisible();
  await page.goto(`/studio/courses/${course}/questions/${quiz}/rules`);
  const codes = page.locator('haven-time-code-form');
  await codes.getByLabel('More time, in per cent').fill('0');
  await codes.getByRole('button', { name: 'Make a code' }).click();
  await expect(codes.getByRole('alert')).toHaveText('Write a number from 1 to 300.');
  await codes.getByLabel('More time, in per cent').fill('50');
  await codes.getByRole('button', { name: 'Make a code' }).click();
  const code = (await codes.getByText(/^[a-z2-7]{4}-[a-z2-7]{4}$/).textContent()) ?? '';

  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const learner = await context.newPage();
  await learner.clock.install();
  await learner.goto(`/learn/${slug}/try-it`);
  const main = learner.getByRole('main');
  for (const rule of [
    'You have one attempt.',
    'You have 10 minutes. They run on from the start, also when you leave this page; your answers are kept.',
    'This quiz does not show what is right.',
  ])
    await expect(main.getByText(rule)).toBeVisible();
  await expect(main.getByText('You have 1 attempt left.')).toBeVisible();
  await main.getByText('I was given a code for more time').click();
  await main.getByLabel('Code').fill('aaaa-aaaa');
  await main.getByRole('button', { name: 'Use the code' }).click();
  await expect(main.getByRole('alert')).toContainText('This code is not known');
  await main.getByLabel('Code').fill(code.toUpperCase());
  await main.getByLabel('Code').press('Enter');
  await expect(main.getByRole('status').getByText('You have 50% more time in every quiz')).toBeVisible();
  await expect(main.getByText('You have 15 minutes. They run on')).toBeVisible();
  await expect(main.getByText('Your extra time is in this.')).toBeVisible();
  await main.getByRole('button', { name: 'Start the quiz' }).click();
  await expect(learner.getByRole('timer')).toHaveText('15 minutes left');
  await learner.getByRole('radio', { name: 'This one' }).check();
  await expect(learner.getByText(/^Saved /).first()).toBeVisible();
  await learner.clock.fastForward(14.5 * 60_000);
  await expect(learner.getByRole('timer')).toHaveText(/^\d+ seconds? left$/);
  await learner.clock.fastForward(60_000);
  await expect(learner.getByRole('heading', { level: 1, name: 'You passed' })).toBeVisible();
  await expect(learner.getByText('1 of 1. You need 1.')).toBeVisible();
  await expect(learner.getByText('This quiz does not show what is right.')).toBeVisible();
  await expect(learner.getByText('The secret reason.')).toHaveCount(0);

  await learner.goto(`/learn/${slug}/try-it`);
  await expect(main.getByText('You have used all your attempts. What you did is kept.')).toBeVisible();
  await expect(main.getByRole('button', { name: /quiz|Try again/ })).toHaveCount(0);
  await main.getByRole('link', { name: /^Passed with 1, / }).click();
  await expect(learner.getByRole('heading', { level: 1, name: 'You passed' })).toBeVisible();
  await context.close();
});

test('two devices answer one attempt; what one sends after the other handed in is kept, shown and not counted', async ({
  page,
  context,
}) => {
  const attempt = async () => {
    await page.goto('/learn/sanctuary-in-cities/check-what-you-know');
    await page.getByRole('button', { name: 'Start the quiz' }).click();
    await expect(page.getByText('Question 1 of 8')).toBeVisible();
    return page.url();
  };
  const url = await attempt();
  const second = await context.newPage();
  await second.goto(url);
  const options = (tab: Page) => tab.locator('main input[type=radio], main input[type=checkbox]');
  await options(second).first().check();
  await expect(second.getByText(/^Saved /).first()).toBeVisible();
  await page.reload();
  await expect(options(page).first()).toBeChecked();
  // Another device: it shares nothing with this one but the person.
  const late = await page.evaluate(
    async (id) => {
      const { questions } = (await (await fetch(`/api/attempts/${id}`)).json()) as {
        questions: { id: string; options: { id: string }[] }[];
      };
      const [, question] = questions;
      const post = (path: string, body: unknown) =>
        fetch(`/api/attempts/${id}${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
      await post('/submission', {});
      const answer = [question?.options[0]?.id];
      const response = {
        id: crypto.randomUUID(),
        question: question?.id,
        answer,
        seq: 1,
        at: new Date().toISOString(),
      };
      return (await post('/responses', { responses: [response] })).status;
    },
    url.split('/').at(-3) ?? '',
  );
  expect(late).toBe(200);
  await page.goto(url.replace(/\/q\/\d+$/, '/result'));
  await expect(page.getByText(/^One answer came too late to count/)).toBeVisible();
  await expect(page.getByText('Came too late to count', { exact: true })).toHaveCount(1);
});
