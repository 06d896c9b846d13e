import { type Page } from '@playwright/test';
import { between } from './support/between';
import { expect, kept, signIn, test } from './support/haven';

const course = '/learn/sanctuary-in-cities';

/** What the server has of the webinar, asked from the page itself, so with its cookie. */
const coverage = (page: Page) =>
  page.evaluate(async () => {
    const lesson = (await (await fetch('/api/courses/sanctuary-in-cities/lessons/webinar')).json()) as {
      recording: { id: string };
    };
    return (await (await fetch(`/api/watch/${lesson.recording.id}`)).json()) as {
      ranges: [number, number][];
      unproven: [number, number][];
    };
  });

/** How much of the sound and picture of a download is on the device, in bytes. */
const onDevice = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opened = indexedDB.open('haven-packs');
        opened.onerror = reject;
        opened.onsuccess = () => {
          const asked = opened.result.transaction('files').objectStore('files').getAll();
          asked.onerror = reject;
          asked.onsuccess = () => {
            const files = asked.result as { url: string; size: number }[];
            opened.result.close();
            resolve(files.find(({ url }) => url.endsWith('.m4s'))?.size ?? 0);
          };
        };
      }),
  );

test('without a line the application still starts, and says what is not there', async ({ page, context }) => {
  await page.goto('/');
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  await page.goto(course);
  await kept(page);
  await context.setOffline(true);
  await page.close();
  const cold = await context.newPage();
  await cold.goto('/es/learn');
  await expect(cold.getByRole('heading', { level: 1, name: 'Mi aprendizaje' })).toBeVisible();
});

test('how far somebody is can be read without a line, as this device last knew it', async ({ page, context }) => {
  await page.goto('/learn/knowing-your-citys-policies/find-the-text');
  await kept(page);
  await page.getByRole('button', { name: 'Mark as read' }).click();
  await expect(page.getByText(/^Saved /).first()).toBeVisible();
  await page.goto('/learn');
  await expect(page.getByText('1 of 5 lessons complete')).toBeVisible();
  await context.setOffline(true);
  await page.close();
  const cold = await context.newPage();
  await cold.goto('/learn');
  await expect(cold.getByText('This is your progress as this device last knew it.')).toBeVisible();
  await expect(cold.getByText('1 of 5 lessons complete')).toBeVisible();
  await context.setOffline(false);
  await cold.reload();
  await expect(cold.getByText('1 of 5 lessons complete')).toBeVisible();
  await expect(cold.getByText('as this device last knew it')).toHaveCount(0);
});

test('a lesson that was downloaded plays after a cold start without a line, and counts once', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  await page.goto(`${course}/webinar`);
  await kept(page);
  await page.getByRole('link', { name: 'Download this lesson' }).click();
  await expect(page.getByRole('radio', { name: /Video, \d+p · about \d+ MB/ }).first()).toBeChecked();
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  await expect(page.getByRole('listitem').getByText('On this device')).toBeVisible({ timeout: 60_000 });

  await context.setOffline(true);
  await page.close();
  const cold = await context.newPage();
  await cold.goto(`${course}/webinar`);
  await cold.getByRole('button', { name: /Play/ }).first().click();
  const video = cold.locator('video');
  const position = () => video.evaluate(({ currentTime }: HTMLVideoElement) => currentTime);
  await expect.poll(position).toBeGreaterThan(3);
  await video.evaluate((element: HTMLVideoElement) => (element.currentTime = 150));
  // More than the twenty seconds that anybody is credited: the rest is earned by the lease that came with the download.
  await expect.poll(position, { timeout: 60_000 }).toBeGreaterThan(176);
  await expect(cold.getByLabel('Search the transcript')).toBeVisible();
  expect(await video.evaluate(({ textTracks }: HTMLVideoElement) => textTracks.length)).toBeGreaterThan(0);
  await cold.getByRole('button', { name: 'Pause', exact: true }).first().click();
  await expect(cold.getByText(/Kept on this device/).first()).toBeVisible();
  await cold.goto(`${course}/check-what-you-know`);
  await expect(cold.getByRole('heading', { level: 1, name: 'The lesson did not load' })).toBeVisible();
  await cold.goto(course);
  await expect(cold.getByText('This is your progress as this device last knew it.')).toBeVisible();
  await expect(cold.getByText('0 of 10 lessons complete')).toBeVisible();
  await cold.goto(`${course}/webinar`);

  await context.setOffline(false);
  await expect(cold.getByText(/^Saved /).first()).toBeVisible({ timeout: 30_000 });
  await expect.poll(async () => (await coverage(cold)).ranges.length).toBe(2);
  const { ranges, unproven } = await coverage(cold);
  expect(ranges.map(([from]) => from)).toEqual([0, 150]);
  expect(ranges[1]?.[1]).toBeGreaterThanOrEqual(176);
  expect(unproven).toEqual([]);
});

test('a download that was cut off goes on where it was', async ({ context, baseURL }) => {
  const line = await between(baseURL ?? '');
  try {
    // A page of its own: the usual one watches that nothing leaves for another address.
    const page = await context.newPage();
    await page.goto(`${line.url}${course}/webinar`);
    await kept(page);
    await page.getByRole('link', { name: 'Download this lesson' }).click();
    line.hold({ ends: '.m4s', after: 900_000 });
    await page.getByRole('button', { name: 'Download', exact: true }).click();
    await expect.poll(() => onDevice(page), { timeout: 30_000 }).toBe(1 << 19);
    line.hold(null);
    line.cut();
    await expect(page.getByText('It goes on where it stopped.')).toBeVisible({ timeout: 30_000 });
    await page.reload();
    await expect(page.getByRole('listitem').getByText('On this device')).toBeVisible({ timeout: 30_000 });
    const ranges = line.ranges('.m4s').filter((range) => range?.endsWith('-'));
    expect(ranges.at(-1)).toBe(`bytes=${1 << 19}-`);
  } finally {
    await line.stop();
  }
});

test('signing out says what goes, and then it is gone', async ({ page }) => {
  await signIn(page, 'author');
  await page.goto('/me/downloads?course=sanctuary-in-cities&lesson=webinar');
  await page.getByRole('radio', { name: /^Text/ }).check();
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  await expect(page.getByRole('listitem').getByText('On this device')).toBeVisible();
  // Of a kind that nobody sends: it stays, whatever the line does.
  await page.evaluate(() => {
    const entry = { kind: 'journey', key: '1', payload: {}, rev: 1, since: Date.now(), refused: null };
    localStorage.setItem('haven.outbox/journey/1', JSON.stringify(entry));
  });
  await page.reload();
  const left = () =>
    page.evaluate(async () => {
      const rows: string[] = Object.keys(localStorage).filter((key) => key.startsWith('haven.'));
      for (const { name = '' } of await indexedDB.databases()) {
        const db = await new Promise<IDBDatabase>((resolve) => {
          const asked = indexedDB.open(name);
          asked.onsuccess = () => resolve(asked.result);
        });
        for (const store of db.objectStoreNames)
          await new Promise<void>((resolve) => {
            const asked = db.transaction(store).objectStore(store).count();
            asked.onsuccess = () => {
              if (asked.result > 0) rows.push(`${name}/${store}`);
              resolve();
            };
          });
        db.close();
      }
      return rows;
    });
  const ask = () => page.getByRole('button', { name: 'Sign out', exact: true }).click();

  await ask();
  const dialog = page.getByRole('dialog', { name: 'Sign out of Haven' });
  await expect(dialog.getByText(/^One thing you did is only on this device, since /)).toBeVisible();
  await expect(dialog.getByText(/^One download, about 1 MB/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Send first, then sign out' }).click();
  await expect(dialog.getByRole('alert')).toContainText('It could not be sent');
  await dialog.locator('.page-act').getByRole('button', { name: 'Stay signed in' }).click();
  await expect(dialog).toBeHidden();
  expect(await left()).toContain('haven-packs/packs');

  await ask();
  await dialog.getByRole('button', { name: 'Sign out and discard' }).click();
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
  expect(await left()).toEqual([]);
});
