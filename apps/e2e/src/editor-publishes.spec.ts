import { expect, signIn, test } from './support/haven';

test('an editor changes a lesson and a question, reviews, publishes; learners see it then and keep their progress', async ({
  page,
  browser,
  baseURL,
}) => {
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const learner = await context.newPage();
  await learner.goto('/learn/knowing-your-citys-policies');
  await learner.getByRole('link', { name: /^Start: / }).click();
  await learner.getByRole('button', { name: 'Mark as read' }).click();
  await expect(learner.getByText('Lesson complete').first()).toBeVisible();
  const lessonUrl = learner.url();

  await signIn(page, 'editor');
  await page.getByRole('link', { name: 'Knowing your city’s policies' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/Outline|Knowing/);
  await page.locator('main a[href*="/lessons/"]').first().click();
  const title = page.getByLabel('Title').first();
  await title.fill('Where the rules are written down');
  await expect(page.getByText(/^Saved /).first()).toBeVisible();

  await learner.goto(lessonUrl);
  await expect(learner.getByRole('heading', { level: 1 })).not.toHaveText('Where the rules are written down');

  await page.getByRole('link', { name: 'Outline', exact: true }).click();
  await expect(page.getByText(/1 change not published/)).toBeVisible();
  await page.locator('main a[href*="/questions/"]').first().click();
  const prompt = page.getByRole('textbox', { name: /Question/ }).first();
  await prompt.fill('Which of these can you ask your city clerk for?');
  await expect(page.getByText(/^Saved /).first()).toBeVisible();

  await page.getByRole('link', { name: 'Review and publish' }).first().click();
  await expect(page.getByText('Where the rules are written down').first()).toBeVisible();
  await expect(page.getByText('you ask your city clerk for?').first()).toBeVisible();
  await page.getByRole('button', { name: 'Publish release 2' }).click();
  await expect(page.getByText('Release 2 is published')).toBeVisible();

  await learner.goto(lessonUrl);
  await expect(learner.getByRole('heading', { level: 1 })).toHaveText('Where the rules are written down');
  await learner.goto('/learn/knowing-your-citys-policies');
  await expect(learner.getByText('1 of 5 lessons complete').first()).toBeVisible();
  await page.getByRole('navigation', { name: 'This course' }).getByRole('link', { name: 'History' }).click();
  await expect(page.getByText('What readers see now', { exact: true })).toBeVisible();
  await context.close();
});

test('the studio does not exist for a learner, and asks a visitor to sign in', async ({ page }) => {
  await page.goto('/studio');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await page.getByLabel('E-mail address').fill('nobody@haven.example');
  await page.getByRole('textbox', { name: 'Password' }).fill('wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('No account has this e-mail address with this password.').first()).toBeVisible();
  await expect(page).toHaveTitle(/^Error: /);
});
