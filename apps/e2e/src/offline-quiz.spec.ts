import { expect, kept, test } from './support/haven';

const course = '/learn/sanctuary-in-cities';

test('practice of a downloaded module is taken after a cold start without a line, explained there, and saved once', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  const policies = '/learn/knowing-your-citys-policies';
  const keys: string[] = [];
  page.on('response', (response) => {
    if (/\/api\//.test(response.url()) && !response.url().endsWith('/practise/practice'))
      void response.text().then(
        (text) => text.includes('"correct"') && keys.push(response.url()),
        () => undefined,
      );
  });
  await page.goto(policies);
  await kept(page);
  await page.goto('/me/downloads?course=knowing-your-citys-policies&module=compare-and-ask');
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  await expect(page.getByRole('listitem').getByText('On this device')).toHaveCount(3, { timeout: 60_000 });
  expect(keys).toEqual([]);

  await context.setOffline(true);
  await page.close();
  const cold = await context.newPage();
  await cold.goto(`${policies}/practise`);
  await expect(cold.getByText('you can practise all the same')).toBeVisible();
  await cold.getByRole('button', { name: 'Start the quiz' }).click();
  await cold.getByRole('radio', { name: 'Shall' }).check();
  await expect(cold.getByText(/Kept on this device/).first()).toBeVisible();
  await cold.reload();
  await expect(cold.getByRole('radio', { name: 'Shall' })).toBeChecked();
  await cold.goto(cold.url().replace(/\/q\/\d+$/, '/check'));
  await expect(cold.getByText('9 questions have no answer yet:')).toBeVisible();
  await cold.getByRole('button', { name: 'Hand in' }).click();
  await expect(cold.getByRole('heading', { level: 1, name: 'Practice handed in' })).toBeVisible();
  await expect(cold.getByText('1 of 9.')).toBeVisible();
  await expect(cold.getByText('The right answer').first()).toBeVisible();
  const result = cold.url();
  await cold.goto(`${policies}/check-what-you-know`);
  await cold.getByRole('button', { name: 'Start the quiz' }).click();
  await expect(cold.getByText('The quiz could not be started.')).toBeVisible();
  await cold.goto(result);
  await expect(cold.getByText('1 of 9.')).toBeVisible();

  await context.setOffline(false);
  await expect(cold.getByText(/^Saved /).first()).toBeVisible({ timeout: 30_000 });
  await cold.reload();
  await expect(cold.getByText('1 of 9.')).toBeVisible();
  const saved = await cold.evaluate(
    async (id) => {
      const attempt = (await (await fetch(`/api/attempts/${id}`)).json()) as { responses: unknown[] };
      const progress = (await (await fetch('/api/enrolments/knowing-your-citys-policies')).json()) as {
        lessons: { slug: string; evidence: { attempt: string } | null }[];
      };
      return {
        answers: attempt.responses.length,
        attempt: progress.lessons.find(({ slug }) => slug === 'practise')?.evidence?.attempt,
      };
    },
    result.split('/').at(-2) ?? '',
  );
  expect(saved).toEqual({ answers: 1, attempt: result.split('/').at(-2) });
});

test('a quiz that is open goes on after a reload without a line, with every answer', async ({ page, context }) => {
  await page.goto(`${course}/check-what-you-know`);
  await kept(page);
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  const option = page.locator('main input[type=radio], main input[type=checkbox]').first();
  await option.check();
  await expect(page.getByText(/^Saved /).first()).toBeVisible();
  await context.setOffline(true);
  await page.reload();
  await expect(option).toBeChecked();
  await page.getByRole('button', { name: 'Continue' }).click();
  await option.check();
  await expect(page.getByText(/Kept on this device/).first()).toBeVisible();
  await page.reload();
  await expect(option).toBeChecked();
  await context.setOffline(false);
  await expect(page.getByText(/^Saved /).first()).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(option).toBeChecked();
  await page.getByRole('link', { name: 'Check your answers' }).click();
  await expect(page.getByText('6 questions have no answer yet:')).toBeVisible();
});
