import { expect, signIn, test } from './support/haven';
import { newCourse } from './support/quiz-course';

test('a question is written as a draft, stops publishing by name, is called ready, and is found with where it is asked', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, 'editor');
  const { course, slug, quiz } = await newCourse(page);
  const main = page.getByRole('main');
  await page.goto(`/studio/courses/${course}/questions/${quiz}`);
  await page.getByRole('button', { name: 'New question' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Question 2 of 2' })).toBeVisible();
  const prompt = `Who opens the door of ${slug}?`;
  await page.getByLabel('Question, English').fill(prompt);
  await page.getByRole('button', { name: 'It is ready' }).click();
  await expect(page.getByRole('alert').getByText('Name above the lesson in which the answer stands')).toBeVisible();

  await page.goto(`/studio/courses/${course}/publish`);
  await main
    .getByRole('link', { name: /is still a draft$/ })
    .first()
    .click();
  await expect(page.getByLabel('Question, English')).toHaveValue(prompt);
  await page.getByLabel('Where the answer stands').fill('lesson:words');
  await page.getByRole('button', { name: 'It is ready' }).click();
  await expect(page.getByText('Learners are asked this question, as it stands here')).toBeVisible();
  await expect(page.locator('.question-list').getByText('Draft')).toHaveCount(0);
  await page.goto(`/studio/courses/${course}/publish`);
  await page.getByRole('button', { name: 'Publish release 1' }).click();
  await expect(page.getByText('Release 1 is published')).toBeVisible();

  await page.goto('/studio/questions');
  await page.getByRole('searchbox', { name: 'Words in the question or in why' }).fill(slug);
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(main.getByRole('status')).toHaveText(/^\s*1 question\b/);
  await expect(main.getByText('learners meet it, release 1')).toBeVisible();
  await main.getByRole('button', { name: /^Duplicate/ }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Question 3 of 3' })).toBeVisible();
  await expect(page.getByLabel('Question, English')).toHaveValue(prompt);
  await expect(page.getByText('learners do not meet it yet')).toBeVisible();
  await page.goto(`/studio/questions?q=${slug}&state=draft`);
  await expect(main.getByRole('status')).toHaveText(/^\s*1 question\b/);
  await main.getByRole('link', { name: prompt }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Question 3 of 3' })).toBeVisible();
});
