import { type Page } from '@playwright/test';
import axe from 'axe-core';
import { expect, signIn, test } from './support/haven';
import { newCourse } from './support/quiz-course';
import { beginReading, publishWith, writeReading } from './support/studio';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const widths = [320, 1280];
const themes = ['light', 'dark'] as const;
const languages = ['', '/es'];

const open = [
  '/',
  '/courses',
  '/courses?q=zzzz',
  '/courses/sanctuary-in-cities',
  '/about',
  '/privacy',
  '/accessibility',
  '/no-such-page',
  '/sign-in',
  '/learn',
  '/me/unsaved',
  '/learn/sanctuary-in-cities',
  '/learn/sanctuary-in-cities/why-trust-matters',
  '/learn/sanctuary-in-cities/webinar',
  '/learn/sanctuary-in-cities/webinar?tab=notes',
  '/learn/sanctuary-in-cities/check-what-you-know',
  '/me/downloads',
  '/me/groups',
  '/join/aaaaaaaaaaaaaaaaaaaa',
  '/me/downloads?course=sanctuary-in-cities&lesson=webinar',
];

/** No violation of WCAG 2.2 AA that axe can find, and nothing wider than the screen, in both languages, themes and widths. `open`: what is pressed first. */
async function check(page: Page, path: string, open = async () => {}): Promise<void> {
  for (const language of languages) {
    await page.goto(language + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    // Before anything plays: of a worker that is ended while its script is on its way Playwright never hears that the request is over.
    await page.waitForLoadState('networkidle');
    await open();
    // Once for each page: bringing it in again for every look takes several times as long as looking.
    await page.evaluate(axe.source);
    for (const theme of themes)
      for (const width of widths) {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        await page.setViewportSize({ width, height: 900 });
        const where = `${language}${path} ${theme} ${width}`;
        const { violations } = await page.evaluate(
          (tags) =>
            (globalThis as unknown as { axe: typeof axe }).axe.run({ runOnly: tags, resultTypes: ['violations'] }),
          rules,
        );
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n')}`),
          where,
        ).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
          where,
        ).toBeLessThanOrEqual(0);
      }
  }
}

// Sixteen looks at a page, some with hundreds of elements, on a machine that may be busy.
test.describe.configure({ timeout: 180_000 });

for (const path of open) test(`everyone can use ${path}`, ({ page }) => check(page, path));

test('everyone can play a clip in a text, and go on from its end', async ({ page }) => {
  test.slow();
  const text = '/learn/sanctuary-in-cities/three-rules';
  const play = async () => {
    await page.locator('.moment-clip button').click();
    await page.getByRole('button', { name: /^(Pause|Pausa)/ }).click();
  };
  await check(page, text, play);
  await check(page, text, async () => {
    await play();
    await page.locator('.clip .scrubber input').press('End');
    await expect(page.locator('.player-end a')).toBeVisible();
  });
});

test('everyone can use the pages of an attempt', async ({ page }) => {
  await page.goto('/learn/sanctuary-in-cities/check-what-you-know');
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await page.waitForURL(/\/q\/1$/);
  const question = new URL(page.url()).pathname;
  await check(page, question);
  await check(page, question.replace('/q/1', '/check'));
  await page.goto(question.replace('/q/1', '/check'));
  await page.getByRole('button', { name: 'Hand in' }).click();
  await page.waitForURL(/\/result$/);
  await check(page, new URL(page.url()).pathname);
});

test('everyone can answer every type of question', async ({ page }) => {
  test.slow();
  await page.goto('/learn/knowing-your-citys-policies/practise');
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await page.waitForURL(/\/q\/1$/);
  const question = new URL(page.url()).pathname;
  for (let n = 1; n <= 10; n++) await check(page, question.replace('/q/1', `/q/${n}`));
});

for (const path of ['/studio', '/studio/courses/new', '/studio/import', '/studio/questions'])
  test(`everyone can use ${path}`, async ({ page }) => {
    await signIn(page, 'editor');
    await check(page, path);
  });

/** Signs in, and answers the address of a course in the studio: the last one, for journeys beside these begin newer ones, which stand before. */
async function studioCourse(page: Page): Promise<string> {
  await signIn(page, 'editor');
  const outline = await page.locator('main a[href$="/outline"]').last().getAttribute('href');
  return (outline ?? '').replace(/\/outline$/, '');
}

/** The first link of the outline of a course that holds `part`. */
async function fromOutline(page: Page, course: string, part: string): Promise<string> {
  await page.goto(`${course}/outline`);
  const link = await page.locator(`main a[href*="${part}"]`).first().getAttribute('href');
  return (link ?? '').replace(/\?.*/, '');
}

test('everyone can use a course in the studio', async ({ page }) => {
  const course = await studioCourse(page);
  await check(page, `${course}/outline`);
  await check(page, await fromOutline(page, course, '/lessons/'));
  await check(page, `${course}/settings`);
});

test('everyone can use what publishes a course', async ({ page }) => {
  const course = await studioCourse(page);
  for (const part of ['publish', 'history', 'history/compare', 'history/1/again'])
    await check(page, `${course}/${part}`);
});

test('everyone can use the questions of a course', async ({ page }) => {
  const course = await studioCourse(page);
  const questions = await fromOutline(page, course, '/questions/');
  for (const part of ['', '/rules', '/files', '/grades', '/analysis']) await check(page, questions + part);
});

test('everyone can make a code for more time, and use it', async ({ page }) => {
  test.slow();
  await signIn(page, 'editor');
  const { course, slug, quiz } = await newCourse(page);
  const rulesPage = `/studio/courses/${course}/questions/${quiz}/rules`;
  await page.goto(rulesPage);
  await page.getByLabel('Time limit, in minutes').fill('10');
  await page.getByRole('button', { name: 'Save now' }).click();
  await expect(page.getByText(/^Saved /).first()).toBeVisible();
  await page.goto(`/studio/courses/${course}/publish`);
  await page.getByRole('button', { name: 'Publish release 1' }).click();
  await expect(page.getByText('Release 1 is published')).toBeVisible();
  let code = '';
  await check(page, rulesPage, async () => {
    await page.locator('haven-time-code-form button').click();
    code = (await page.locator('haven-time-code-form strong').textContent()) ?? '';
  });
  for (const typed of [code, 'unknown'])
    await check(page, `/learn/${slug}/try-it`, async () => {
      const entry = page.locator('haven-time-code');
      await entry.locator('summary').click();
      await entry.locator('input').fill(typed);
      await entry.locator('button').click();
      await expect(entry.locator('.notice')).toBeVisible();
    });
});

test('everyone can preview a course', async ({ page }) => {
  await check(page, `${await studioCourse(page)}/preview`);
});

test('everyone can use a course that is not open yet', async ({ page }) => {
  await signIn(page, 'editor');
  const { course, lesson } = await beginReading(page, 'not-open-yet');
  await writeReading(page, lesson, 'A lesson', 'A text.');
  const opens = new Date(Date.now() + 20 * 24 * 3_600_000).toISOString();
  await publishWith(page, course, { opens, certificate: true, prerequisites: ['sanctuary-in-cities'] });
  await page.context().clearCookies();
  await check(page, '/courses/not-open-yet');
  await check(page, '/learn/not-open-yet');
});

test('everyone can use the groups of the studio, and the page that their link leads to', async ({ page }) => {
  await signIn(page, 'editor');
  await page.goto('/studio/groups');
  await page.getByLabel('Name of a new group').fill('A group to look at');
  await page.getByRole('button', { name: 'Make the group' }).click();
  const link = await page.locator('.group-link').first().textContent();
  await check(page, '/studio/groups');
  await check(page, new URL(link?.trim() ?? '').pathname);
});

test('everyone can use the page of translations', async ({ page }) => {
  const base = `${await studioCourse(page)}/translations`;
  await page.goto(base);
  const lesson = page.getByRole('navigation', { name: 'Lessons' }).getByRole('link').nth(1);
  await check(page, (await lesson.getAttribute('href')) ?? base);
});

test('everyone can write every type of question', async ({ page }) => {
  test.slow();
  await signIn(page, 'editor');
  await page.goto('/studio');
  await page
    .getByRole('link', { name: /Knowing your city/ })
    .first()
    .click();
  await page.waitForURL(/\/outline$/);
  await page.locator('main a[href*="/questions/"]').last().click();
  const links = page.locator('.question-list a');
  await expect(links).toHaveCount(10);
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  for (const href of hrefs) await check(page, href);
});

test('everyone can use the studio of recordings', async ({ page }) => {
  await signIn(page, 'editor');
  await check(page, '/studio/recordings');
  await check(page, '/studio/recordings?q=zzzz');
  await page.goto('/studio/recordings');
  const recording = await page.locator('main a[href*="/studio/recordings/"]').first().getAttribute('href');
  await check(page, recording ?? '');
  for (const below of ['captions', 'captions/en', 'chapters', 'file']) await check(page, `${recording}/${below}`);
});
