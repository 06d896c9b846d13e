import { type Page } from '@playwright/test';
import { expect, signIn, test } from './support/haven';
import { newCourse, sendAs } from './support/quiz-course';

const publish = async (page: Page, course: string, release: number) => {
  await page.goto(`/studio/courses/${course}/publish`);
  await page.getByRole('button', { name: `Publish release ${release}` }).click();
  await expect(page.getByText(`Release ${release} is published`)).toBeVisible();
};

test('a wrong key is corrected, what was handed in is graded anew, taken back, and credited by hand with a reason', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  await signIn(page, 'editor');
  const { course, slug, quiz } = await newCourse(page);
  await publish(page, course, 1);

  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const learner = await context.newPage();
  await learner.goto(`/learn/${slug}/try-it`);
  await learner.getByRole('button', { name: 'Start the quiz' }).click();
  await learner.getByRole('radio', { name: 'That one' }).check();
  await learner.getByRole('button', { name: 'Check your answers' }).click();
  await learner.getByRole('button', { name: 'Hand in' }).click();
  await expect(learner.getByRole('heading', { level: 1, name: 'Not passed yet' })).toBeVisible();
  const number = await learner.locator('.attempt-number').innerText();
  const result = learner.url();
  expect(result).toContain(number);

  const { questions } = (await page.evaluate(
    async (id) => (await fetch(`/api/studio/quizzes/${id}`)).json(),
    quiz,
  )) as {
    questions: { id: string; version: number; content: { options: { id: string; correct: boolean }[] } }[];
  };
  const [question] = questions;
  const options = question?.content.options.map((option) => ({ ...option, correct: option.id === 'b' }));
  await sendAs(
    page,
    'PUT',
    `/api/studio/questions/${question?.id}`,
    { ...question?.content, options },
    question?.version,
  );
  await page.goto(`/studio/courses/${course}/questions/${quiz}`);
  await page.getByRole('link', { name: 'Grades' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Grades: Try it/ })).toBeVisible();
  await expect(page.getByText('Publish the course first to grade by the newest key.')).toBeVisible();
  await publish(page, course, 2);
  await page.goto(`/studio/courses/${course}/questions/${quiz}/grades?question=${question?.id}`);
  await expect(page.getByText('Fewer than ten people were asked an earlier version.')).toBeVisible();
  await page.getByRole('button', { name: 'Grade anew' }).click();
  await expect(page.getByText('It is graded anew. You can take it back below.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 3, name: 'Graded by a corrected key' })).toBeVisible();
  await learner.goto(result);
  await expect(learner.getByRole('heading', { level: 1, name: 'You passed' })).toBeVisible();
  await expect(learner.getByText('Your answer was graded anew.')).toBeVisible();
  await learner.goto(`/learn/${slug}`);
  await expect(learner.getByText('1 of 2 lessons complete').first()).toBeVisible();

  await page.getByRole('button', { name: /^Take it back: Graded by a corrected key/ }).click();
  await expect(page.getByText('Taken back').first()).toBeVisible();
  await learner.goto(result);
  await expect(learner.getByRole('heading', { level: 1, name: 'Not passed yet' })).toBeVisible();
  await learner.goto(`/learn/${slug}`);
  await expect(learner.getByText('1 of 2 lessons complete').first()).toBeVisible();

  await page.getByLabel('Number of the attempt').fill('nothing');
  await page.getByRole('button', { name: 'Look it up' }).click();
  await expect(page.getByText('No attempt at this quiz that was handed in has this number.')).toBeVisible();
  await page.getByLabel('Number of the attempt').fill(number);
  await page.getByRole('button', { name: 'Look it up' }).click();
  await expect(page.getByRole('definition').filter({ hasText: 'That one' })).toBeVisible();
  await page.getByRole('button', { name: 'Give credit' }).click();
  await expect(page.getByText('Write a number from 1 to 100, and a reason.')).toBeVisible();
  await page.getByLabel('Why', { exact: true }).fill('Both readings are fair.');
  await page.getByRole('button', { name: 'Give credit' }).click();
  await expect(page.getByText('The credit is given. You can take it back below.')).toBeVisible();
  await learner.goto(result);
  await expect(learner.getByText('Question 1: you were given 100% of it.')).toBeVisible();
  await expect(learner.getByText('Both readings are fair.')).toBeVisible();
  await expect(learner.getByRole('heading', { level: 1, name: 'You passed' })).toBeVisible();
  await context.close();
});
