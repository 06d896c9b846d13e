import { type Browser, type FrameLocator, type Page } from '@playwright/test';
import { newClipCourse } from './support/clip-course';
import { expect, kept, signIn, test } from './support/haven';
import { publishWith } from './support/studio';

/** What the server has of a recording, asked from a page or a frame, so as whoever it is there. */
const coverage = (page: Pick<Page, 'evaluate'>, recording: string) =>
  page.evaluate(
    async (id) => (await (await fetch(`/api/watch/${id}`)).json()) as { ranges: number[][]; position: number },
    recording,
  );

/** Somebody without an account, on a device of their own; nothing stands between their browser and the journey. */
const guestOf = async (browser: Browser, baseURL: string | undefined) =>
  (await browser.newContext({ serviceWorkers: 'block', locale: 'en', ...(baseURL && { baseURL }) })).newPage();

/** A clip that is open, by its times. */
const clipOf = (page: Page | FrameLocator, times: string) => {
  const region = page.getByRole('region', { name: new RegExp(`^Video player: .*, ${times}$`) });
  return { region, video: region.locator('video'), goOn: region.getByRole('link', { name: 'Go on in the recording' }) };
};

const playButton = (page: Page | FrameLocator, length: string) =>
  page.getByRole('button', { name: new RegExp(`^Play this clip \\(${length}\\)`) });

test.describe.configure({ timeout: 120_000 });

test('a moment plays where it stands, stops at its end, and counts in the recording', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, 'editor');
  const { course, slug, recording } = await newClipCourse(page);
  await publishWith(page, `/studio/courses/${course}`, {});

  const guest = await guestOf(browser, baseURL);
  const asked: string[] = [];
  guest.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await guest.goto(`/learn/${slug}/words`);
  await expect(playButton(guest, '0:06')).toBeVisible();
  await guest.waitForLoadState('networkidle');
  expect(asked.filter((path) => /^\/media\/recordings|whole-recording$/.test(path))).toEqual([]);

  await playButton(guest, '0:06').press('Enter');
  const { region, video, goOn } = clipOf(guest, '1:00–1:06');
  await expect(region.getByRole('button', { name: 'Pause', exact: true })).toBeFocused();
  const captions = () =>
    video.evaluate(({ textTracks }: HTMLVideoElement) =>
      [...textTracks].filter(({ mode }) => mode === 'showing').map(({ language }) => language),
    );
  await expect.poll(captions).toEqual(['en']);
  await expect(goOn).toBeVisible({ timeout: 30_000 });
  const stands = () => video.evaluate(({ paused, currentTime }: HTMLVideoElement) => [paused, Math.floor(currentTime)]);
  expect(await stands()).toEqual([true, 66]);
  await expect.poll(() => coverage(guest, recording)).toMatchObject({ ranges: [[60, 66]], position: 0 });

  // Once more, by the key of the player: nothing is counted twice, nor more.
  await region.getByRole('button', { name: 'Play again' }).first().click();
  await expect(goOn).toHaveCount(0);
  await expect(goOn).toBeVisible({ timeout: 30_000 });
  expect(await stands()).toEqual([true, 66]);
  expect(await coverage(guest, recording)).toMatchObject({ ranges: [[60, 66]], position: 0 });

  await goOn.click();
  await expect(guest.getByRole('heading', { level: 1, name: 'Whole recording' })).toBeVisible();
  await expect(guest.getByText('Watched: 2%.')).toBeVisible();
  await expect(guest.locator('.scrubber-watched')).toHaveCount(1);
  await expect
    .poll(() => guest.locator('video').evaluate(({ currentTime }: HTMLVideoElement) => currentTime))
    .toBeCloseTo(66, 0);
  await guest.context().close();
});

test('two clips never play at once', async ({ page, browser, baseURL }) => {
  await signIn(page, 'editor');
  const { course, slug } = await newClipCourse(page);
  await publishWith(page, `/studio/courses/${course}`, {});
  const guest = await guestOf(browser, baseURL);
  await guest.goto(`/learn/${slug}/words`);
  const [first, second] = [clipOf(guest, '1:00–1:06'), clipOf(guest, '2:00–2:20')];
  const plays = ({ video }: typeof first) => video.evaluate(({ paused }: HTMLVideoElement) => !paused);
  await playButton(guest, '0:20').click();
  await expect.poll(() => plays(second)).toBe(true);
  await playButton(guest, '0:06').click();
  await expect.poll(() => plays(first)).toBe(true);
  expect(await plays(second)).toBe(false);
  await second.region.getByRole('button', { name: 'Play', exact: true }).click();
  await expect.poll(() => plays(second)).toBe(true);
  expect(await plays(first)).toBe(false);
  await guest.context().close();
});

test('where a clip does not play, its words are there', async ({ page, browser, baseURL }) => {
  await signIn(page, 'editor');
  const { course, slug } = await newClipCourse(page);
  await publishWith(page, `/studio/courses/${course}`, {});
  const guest = await guestOf(browser, baseURL);
  await guest.route(/\.(m3u8|m4s)$/, (route) => route.abort());
  await guest.goto(`/learn/${slug}/words`);
  await playButton(guest, '0:20').click();
  await expect(guest.getByRole('alert')).toContainText('The video does not play right now', { timeout: 60_000 });
  await expect(guest.getByText('Now three cities. Providence,')).toBeVisible();
  await expect(guest.getByText('Think of a neighbor')).toHaveCount(0);
  await guest.unroute(/\.(m3u8|m4s)$/);
  await guest.getByRole('button', { name: 'Try again' }).click();
  const { video } = clipOf(guest, '2:00–2:20');
  await expect.poll(() => video.evaluate(({ currentTime }: HTMLVideoElement) => currentTime)).toBeGreaterThan(121);
  await guest.context().close();
});

test('there is no button while the recording is shut to the reader', async ({ page, browser, baseURL }) => {
  await signIn(page, 'editor');
  const { course, slug } = await newClipCourse(page);
  await publishWith(page, `/studio/courses/${course}`, { order: 'sequential' });
  const guest = await guestOf(browser, baseURL);
  await guest.goto(`/learn/${slug}/words`);
  await expect(guest.getByText('What is said first')).toBeVisible();
  await expect(guest.getByRole('button', { name: 'Mark as read' })).toBeVisible();
  await expect(playButton(guest, '0:06')).toHaveCount(0);
  await guest.getByRole('button', { name: 'Mark as read' }).click();
  await expect(playButton(guest, '0:06')).toBeVisible();
  await guest.context().close();
});

test('a clip in a preview plays, and leaves nothing of whoever previews', async ({ page }) => {
  await signIn(page, 'editor');
  const { course, recording } = await newClipCourse(page);
  const before = await coverage(page, recording);
  await page.goto(`/studio/courses/${course}/preview`);
  const learner = page.frameLocator('haven-preview-frame iframe');
  await learner.getByRole('link', { name: /^Start: / }).click();
  await playButton(learner, '0:06').click();
  await expect(clipOf(learner, '1:00–1:06').goOn).toBeVisible({ timeout: 30_000 });
  const frame = page.frames()[1];
  if (!frame) throw new Error('there is no frame');
  await expect.poll(() => coverage(frame, recording)).toMatchObject({ ranges: [[60, 66]] });
  expect(await coverage(page, recording)).toEqual(before);
  const ended = page.waitForResponse((answer) => answer.request().method() === 'DELETE');
  await page.getByRole('button', { name: 'Start over' }).click();
  expect((await ended).status()).toBe(200);
  expect(await coverage(page, recording)).toEqual(before);
});

test('without a line a clip plays from the download of its recording, and else says what it needs', async ({
  page,
  context,
}) => {
  const text = '/learn/sanctuary-in-cities/three-rules';
  const download = async (lesson: string, here: number) => {
    await page.goto(`/me/downloads?course=sanctuary-in-cities&lesson=${lesson}`);
    await page.getByRole('button', { name: 'Download', exact: true }).click();
    // One after the other: to leave the page is to stop what is coming.
    await expect(page.getByRole('listitem').getByText('On this device')).toHaveCount(here, { timeout: 60_000 });
  };
  await page.goto(text);
  await kept(page);
  await page.reload();
  await expect(playButton(page, '0:22')).toBeVisible();
  await context.setOffline(true);
  await playButton(page, '0:22').click();
  await expect(page.getByText('This clip needs a connection.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Try the clip again/ })).toBeFocused();
  await context.setOffline(false);
  await download('three-rules', 1);
  await download('webinar', 2);

  await context.setOffline(true);
  await page.close();
  const cold = await context.newPage();
  await cold.goto(text);
  await playButton(cold, '0:22').click();
  const { video } = clipOf(cold, '0:53–1:15');
  await expect.poll(() => video.evaluate(({ currentTime }: HTMLVideoElement) => currentTime)).toBeGreaterThan(55);
});
