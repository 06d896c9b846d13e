import { randomUUID } from 'node:crypto';
import { type AttemptDetail } from '@haven/assessment/contract';
import { request } from '@playwright/test';
import { expect, signIn, test } from './support/haven';
import { newCourse } from './support/quiz-course';

test('an editor reads how questions did, from ten people on, and finds the way to mend them', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const site = baseURL ?? '';
  await signIn(page, 'editor');
  const { course, slug, quiz } = await newCourse(page);
  await page.goto(`/studio/courses/${course}/publish`);
  await page.getByRole('button', { name: 'Publish release 1' }).click();
  await expect(page.getByText('Release 1 is published')).toBeVisible();
  await page.goto(`/studio/courses/${course}/questions/${quiz}`);
  await page.getByRole('link', { name: 'How they did' }).click();
  await expect(page.getByRole('heading', { name: 'Fewer than ten people have handed in this quiz' })).toBeVisible();

  for (let n = 0; n < 21; n++) {
    const guest = await request.newContext({ baseURL: site, extraHTTPHeaders: { origin: site } });
    await guest.post('/api/enrolments', { data: { course: slug } });
    const begun = await guest.post(`/api/enrolments/${slug}/lessons/try-it/attempts`);
    const { id, questions } = (await begun.json()) as AttemptDetail;
    const answer = [n < 10 ? 'a' : 'b'];
    const responses = questions.map(({ id: question }) => ({
      ...{ id: randomUUID(), question, answer, seq: 1, at: new Date().toISOString(), lang: 'en' },
    }));
    expect((await guest.post(`/api/attempts/${id}/responses`, { data: { responses } })).ok()).toBe(true);
    expect((await guest.post(`/api/attempts/${id}/submission`)).ok()).toBe(true);
    await guest.dispose();
  }
  await page.reload();
  await expect(page.getByText('From the first attempt that each of about 20 people handed in.')).toBeVisible();
  const question = page.getByRole('listitem').filter({ hasText: 'Which one?' });
  await expect(question.getByText('about 50 %')).toBeVisible();
  await expect(question.getByRole('row', { name: /^This one\s*Right answer 10/ })).toBeVisible();
  await expect(question.getByRole('row', { name: /^No answer fewer than ten/ })).toBeVisible();
  await question.getByRole('link', { name: 'Edit question 1' }).click();
  await expect(page.getByLabel('Question, English')).toHaveValue('Which one?');
});
