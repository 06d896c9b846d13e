import { type FrameLocator, type Locator, type Page } from '@playwright/test';
import { expect, kept, signIn, test } from './support/haven';
import { newCourse } from './support/quiz-course';

/** Chooses by keyboard. */
const press = async (control: Locator, key = 'Enter') => {
  await control.focus();
  await control.press(key);
};

const inFrame = (page: Page): FrameLocator => page.frameLocator('haven-preview-frame iframe');

/** What of a course whoever is signed in has begun, and what they have on their device. */
const traces = (page: Page, slug: string) =>
  page.evaluate(async (slug) => {
    const names = (await indexedDB.databases()).map(({ name = '' }) => name);
    const waiting = await new Promise<number>((resolve) => {
      if (!names.includes('haven-outbox')) return resolve(0);
      const asked = indexedDB.open('haven-outbox');
      asked.onsuccess = () => {
        const count = asked.result.transaction('entries').objectStore('entries').count();
        count.onsuccess = () => {
          asked.result.close();
          resolve(count.result);
        };
      };
    });
    const text = async (url: string) => (await fetch(url)).text();
    return {
      waiting,
      local: Object.keys(localStorage).filter((key) => !key.startsWith('haven.draft.')),
      own: names.filter((name) => !name.startsWith('haven-preview-')).sort(),
      begun: (await text('/api/enrolments')).includes(slug),
      session: await text('/api/session'),
    };
  }, slug);

test('an editor goes through a draft as a learner, in Spanish, on a phone, by keyboard; it counts nowhere', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, 'editor');
  const { course, slug } = await newCourse(page);
  // They learn themselves, and have the application on their device.
  await page.goto('/learn/sanctuary-in-cities');
  await kept(page);
  await page.goto(`/studio/courses/${course}/outline`);
  await press(page.getByRole('link', { name: 'Try it', exact: true }));
  await expect(page.getByRole('heading', { level: 1, name: 'Try it' })).toBeVisible();
  const before = await traces(page, slug);
  expect(before).toMatchObject({ waiting: 0, begun: false });

  await press(page.getByRole('link', { name: 'Preview as a learner' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Preview' })).toBeFocused();
  const learner = inFrame(page);
  await expect(learner.getByRole('heading', { level: 1, name: 'Try it' })).toBeVisible();
  await press(page.getByRole('radio', { name: 'Español' }), 'Space');
  await press(page.getByRole('radio', { name: 'Phone' }), 'Space');
  await expect.poll(() => learner.locator('html').evaluate(() => innerWidth)).toBe(360);

  await press(learner.getByRole('button', { name: 'Empezar el cuestionario' }));
  await press(learner.getByRole('radio', { name: 'This one' }), 'Space');
  await press(learner.getByRole('button', { name: 'Revisar sus respuestas' }));
  await press(learner.getByRole('button', { name: 'Entregar' }));
  await expect(learner.getByRole('heading', { level: 1, name: 'Usted aprobó' })).toBeVisible();
  const address = () => page.frames()[1]?.url() ?? '';
  expect(new URL(address()).pathname).toMatch(new RegExp(`^/preview/[^/]+/es/learn/${slug}/try-it/attempt/`));

  await page.getByRole('radio', { name: 'English' }).check();
  await expect(learner.getByRole('heading', { level: 1, name: 'You passed' })).toBeVisible();
  await press(learner.locator('.page-act a', { hasText: 'Words' }));
  await expect(learner.getByRole('heading', { level: 1, name: 'Words' })).toBeVisible();
  await press(learner.getByRole('button', { name: 'Mark as read' }));
  await expect(learner.getByText('The course is complete').first()).toBeVisible();
  // The learner's own switch of language is followed.
  await learner.getByRole('link', { name: 'Español' }).first().click();
  await expect(page.getByRole('radio', { name: 'Español' })).toBeChecked();
  await expect(learner.getByText('Lección completa').first()).toBeVisible();

  const ended = page.waitForResponse((answer) => answer.request().method() === 'DELETE');
  await press(page.getByRole('button', { name: 'Start over' }));
  expect((await ended).status()).toBe(200);
  await expect(learner.getByRole('button', { name: 'Empezar el cuestionario' })).toBeVisible();
  expect(await traces(page, slug)).toEqual(before);

  const left = page.waitForResponse((answer) => answer.request().method() === 'DELETE');
  await page.getByRole('navigation', { name: 'This course' }).getByRole('link', { name: 'Review and publish' }).click();
  expect((await left).status()).toBe(200);
  await page.getByRole('button', { name: 'Publish release 1' }).click();
  await expect(page.getByText('Release 1 is published')).toBeVisible();
  expect(await traces(page, slug)).toEqual(before);

  await page.getByRole('navigation', { name: 'This course' }).getByRole('link', { name: 'History' }).click();
  await page.getByRole('link', { name: /^Preview as a learner\s*: Release 1$/ }).click();
  await expect(page.getByLabel('What is shown')).toHaveValue('1');
  await expect(inFrame(page).getByRole('link', { name: /^Start: / })).toBeVisible();
});

test('only a preview can be shown in a frame, and only to whoever began it', async ({ page, browser, baseURL }) => {
  await signIn(page, 'editor');
  const { course } = await newCourse(page);
  await page.goto(`/studio/courses/${course}/preview`);
  await expect(inFrame(page).getByRole('heading', { level: 1 })).toBeVisible();
  const address = page.frames()[1]?.url() ?? '';
  const framed = await page.request.get(address);
  expect(framed.headers()).toMatchObject({ 'x-frame-options': 'SAMEORIGIN', 'x-robots-tag': 'noindex' });
  expect(framed.headers()['content-security-policy']).toContain("frame-ancestors 'self'");
  for (const path of ['/', '/studio', '/learn', '/preview/x/learn']) {
    const { 'x-frame-options': frames, 'content-security-policy': policy } = (await page.request.get(path)).headers();
    expect([frames, policy]).toEqual(['DENY', expect.stringContaining("frame-ancestors 'none'")]);
  }
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const stranger = await context.newPage();
  await stranger.goto(address);
  await expect(stranger.getByRole('heading', { level: 1, name: 'There is no such course' })).toBeVisible();
  await context.close();
});
