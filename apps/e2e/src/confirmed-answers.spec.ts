import { expect, signIn, test } from './support/haven';
import { newCourse } from './support/quiz-course';

test('a learner confirms an answer, sees what is right and why, and cannot change it any more', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  await signIn(page, 'editor');
  const { course, slug, quiz } = await newCourse(page);
  await page.goto(`/studio/courses/${course}/questions/${quiz}/rules`);
  await page
    .getByLabel('When learners see what is right, and why')
    .selectOption('After each question, once its answer is confirmed');
  await page.getByRole('button', { name: 'Save now' }).click();
  await expect(page.getByText(/^Saved /).first()).toBeVisible();
  await page.goto(`/studio/courses/${course}/publish`);
  await page.getByRole('button', { name: 'Publish release 1' }).click();
  await expect(page.getByText('Release 1 is published')).toBeVisible();

  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const learner = await context.newPage();
  await learner.goto(`/learn/${slug}/try-it`);
  await expect(
    learner.getByText('You see what is right, and why, once you confirm an answer. A confirmed answer stays as it is.'),
  ).toBeVisible();
  await learner.getByRole('button', { name: 'Start the quiz' }).click();
  await expect(learner.getByRole('button', { name: 'Confirm the answer' })).toHaveCount(0);
  await learner.getByRole('radio', { name: 'That one' }).check();
  await expect(learner.getByText(/^Saved /).first()).toBeVisible();

  // Without a line the answer waits, and can be confirmed later.
  await context.setOffline(true);
  await learner.getByRole('button', { name: 'Confirm the answer' }).click();
  await expect(learner.getByRole('alert').getByText('Not confirmed: there is no connection.')).toBeVisible();
  await context.setOffline(false);
  await learner.getByRole('button', { name: 'Confirm the answer' }).click();
  const told = learner.getByRole('group', { name: 'Not right' });
  await expect(told).toBeFocused();
  await expect(told.getByText('The secret reason.')).toBeVisible();
  await expect(told.getByRole('definition').filter({ hasText: 'This one' })).toBeVisible();
  await expect(learner.getByRole('radio')).toHaveCount(0);
  await learner.reload();
  await expect(learner.getByText('The secret reason.')).toBeVisible();
  await expect(learner.getByRole('radio')).toHaveCount(0);

  await learner.getByRole('button', { name: 'Check your answers' }).click();
  await expect(learner.getByText('What you have confirmed stays as it is.')).toBeVisible();
  await expect(learner.getByRole('link', { name: 'See question 1' })).toBeVisible();
  await learner.getByRole('button', { name: 'Hand in' }).click();
  await expect(learner.getByRole('heading', { level: 1, name: 'Not passed yet' })).toBeVisible();
  await context.close();
});
