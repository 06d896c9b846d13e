import { randomUUID } from 'node:crypto';
import { expect, signIn, test } from './support/haven';
import { newCourse, sendAs } from './support/quiz-course';

test('a quiz draws a question of another course: set up by keyboard, reviewed, asked, and named where the question is used', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  await signIn(page, 'editor');
  const main = page.getByRole('main');
  const tag = `law-${randomUUID().slice(0, 8)}`;
  const stock = await newCourse(page);
  await page.goto(`/studio/courses/${stock.course}/questions/${stock.quiz}/rules`);
  await page.getByRole('textbox', { name: /^Tags of question 1/ }).fill(tag);
  await page.getByRole('textbox', { name: /^Tags of question 1/ }).press('Tab');
  const own = main.getByRole('group', { name: `Drawn with “${tag}”` });
  await expect(own.getByRole('radio', { name: 'From this quiz: 1 question' })).toBeChecked();
  await expect(own.getByRole('radio', { name: 'From all questions: 1 is ready' })).toBeVisible();
  await page.getByRole('button', { name: 'Save now' }).click();
  await expect(page.getByText(/^Saved /).first()).toBeVisible();

  const { course, slug, quiz } = await newCourse(page);
  const prompt = `What does ${slug} ask?`;
  const option = (id: string, en: string) => ({ id, text: { en }, correct: id === 'a' });
  const added = await sendAs<{ id: string }>(page, 'POST', `/api/studio/quizzes/${quiz}/questions`, {
    ...{ kind: 'single', prompt: { en: prompt }, explanation: { en: 'Because.' }, evidence: 'lesson:words' },
    options: [option('a', 'One thing'), option('b', 'Another')],
  });
  await sendAs(page, 'PUT', `/api/studio/questions/${added.id}/state`, { ready: true }, 1);
  await page.goto(`/studio/courses/${course}/questions/${quiz}/rules`);
  await page.getByLabel('Draw with a tag of other quizzes').selectOption(`${tag} (1 question)`);
  await page.getByRole('button', { name: 'Add', exact: true }).focus();
  await page.keyboard.press('Enter');
  const count = page.getByLabel(`How many with “${tag}” are asked`);
  await expect(count).toBeFocused();
  await page.keyboard.type('2');
  await expect(main.getByText('There are not so many. The course cannot be published like this.')).toBeVisible();
  await page.getByRole('button', { name: 'Save now' }).click();
  await expect(page.getByText(/^Saved /).first()).toBeVisible();
  await page.goto(`/studio/courses/${course}/publish`);
  await main.getByRole('link', { name: /draws more questions of a tag than there are/ }).click();
  await expect(count).toHaveValue('2');
  await count.fill('1');
  await page.getByRole('button', { name: 'Save now' }).click();
  await expect(page.getByText(/^Saved /).first()).toBeVisible();
  await page.goto(`/studio/courses/${course}/publish`);
  await page.getByRole('button', { name: 'Publish release 1' }).click();
  await expect(page.getByText('Release 1 is published')).toBeVisible();

  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const learner = await context.newPage();
  await learner.goto(`/learn/${slug}/try-it`);
  await learner.getByRole('button', { name: 'Start the quiz' }).click();
  await expect(learner.getByText('Question 1 of 3')).toBeVisible();
  await context.close();

  await page.goto(`/studio/questions?tag=${tag}`);
  await expect(main.getByRole('status')).toHaveText(/^\s*1 question\b/);
  await expect(main.getByText('drawn from here; learners meet it, release 1')).toBeVisible();
  await page.getByRole('link', { name: 'Try it' }).last().click();
  await expect(count).toHaveValue('1');
});
