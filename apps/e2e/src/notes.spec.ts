import { readFile } from 'node:fs/promises';
import { type Page } from '@playwright/test';
import { expect, test } from './support/haven';

// What a service worker asks for passes by the routes of a page.
test.use({ serviceWorkers: 'block' });

const lesson = '/learn/sanctuary-in-cities/webinar';
const notes = (page: Page) => page.getByRole('list', { name: 'Your notes' }).getByRole('listitem');
const field = (page: Page) => page.getByRole('textbox', { name: /^Note at/ });
const saved = (page: Page) => expect(page.getByText('On this device, not sent yet.')).toHaveCount(0);

async function open(page: Page): Promise<void> {
  await page.goto(`${lesson}?tab=notes`);
  await expect(page.getByRole('button', { name: /^Write a note at/ })).toBeVisible();
}

/** Writes a note at second `at`, without playing, and waits until the server has it. */
async function write(page: Page, at: number, text: string): Promise<void> {
  await page.getByRole('slider', { name: 'Position' }).fill(String(at));
  await page.getByRole('button', { name: /^Write a note at/ }).click();
  await field(page).fill(text);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(notes(page).filter({ hasText: text })).toBeVisible();
  await saved(page);
}

test('a guest writes notes, finds them after a reload and goes to their moment', async ({ page }) => {
  await open(page);
  await write(page, 124, 'Ask the council\nabout Monday');
  await expect(page.getByRole('button', { name: /^Write a note at/ })).toBeFocused();
  await write(page, 30, 'Who speaks here?');
  await page.reload();
  await expect(notes(page)).toHaveCount(2);
  await expect(notes(page).first()).toContainText('Who speaks here?');
  await expect(page.locator('.scrubber-note')).toHaveCount(2);
  await page.getByRole('button', { name: 'Play from 2:04' }).click();
  await expect
    .poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime))
    .toBeGreaterThan(124);
});

test('what is typed survives a reload without pressing anything', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: /^Write a note at/ }).click();
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('half a tho');
  await page.reload();
  await expect(notes(page)).toContainText('half a tho');
});

test('a note is edited, deleted and brought back', async ({ page }) => {
  await open(page);
  await write(page, 12, 'first words');
  await page.getByRole('button', { name: 'Edit the note at 0:12' }).click();
  await expect(field(page)).toHaveValue('first words');
  await field(page).fill('better words');
  await page.keyboard.press('Escape');
  await expect(notes(page)).toContainText('better words');
  await expect(page.getByRole('button', { name: 'Edit the note at 0:12' })).toBeFocused();
  await page.getByRole('button', { name: 'Delete the note at 0:12' }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(notes(page)).toContainText('better words');
  await saved(page);
  await page.getByRole('button', { name: 'Delete the note at 0:12' }).click();
  await expect(page.getByText(/^Saved /).first()).toBeVisible();
  await page.reload();
  await expect(page.getByText(/^You have no notes here yet/)).toBeVisible();
});

test('notes are written and read without a line, and sent when it is back', async ({ page, context }) => {
  await open(page);
  await write(page, 12, 'with a line');
  await context.setOffline(true);
  await page.getByRole('button', { name: /^Write a note at/ }).click();
  await field(page).fill('without one');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('On this device, not sent yet.')).toBeVisible();
  await context.setOffline(false);
  await saved(page);

  // The list itself is refused a line: what was last known is shown, and said to be that.
  await page.route('**/api/lessons/*/notes', (route) => route.abort());
  await page.reload();
  await expect(page.getByText(/^There is no connection\. These are your notes/)).toBeVisible();
  await expect(notes(page)).toContainText(['with a line', 'without one']);
});

test('two devices that change one note at once lose nothing, and nobody’s typing', async ({ page, context }) => {
  await open(page);
  await write(page, 12, 'ask');
  const other = await context.newPage();
  await open(other);
  await page.getByRole('button', { name: 'Edit the note at 0:12' }).click();
  await other.getByRole('button', { name: 'Edit the note at 0:12' }).click();
  await field(other).fill('ask the school board');
  await other.getByRole('button', { name: 'Done' }).click();
  await saved(other);
  await field(page).pressSequentially(' the council');
  await expect(field(page)).toHaveValue('ask the council');
  await expect(field(page)).toBeFocused();
  await expect(notes(page)).toContainText('ask the school board');
  await field(page).pressSequentially(' on Monday');
  await page.getByRole('button', { name: 'Done' }).click();
  await saved(page);
  await page.reload();
  await expect(notes(page)).toHaveCount(2);
  await expect(notes(page).filter({ hasText: 'ask the school board' })).toBeVisible();
  await expect(notes(page).filter({ hasText: 'ask the council on Monday' })).toContainText('Both texts are kept');
});

test('notes can be taken along as a text file, and are printed only when they are asked for', async ({ page }) => {
  await open(page);
  await write(page, 65, 'to take along');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as text' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('webinar.txt');
  expect(await readFile(await download.path(), 'utf8')).toContain('\n\n1:05\nto take along\n');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('to take along')).toBeVisible();
  await expect(page.locator('.transcript-box')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('tab', { name: 'Transcript' }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('to take along')).toBeHidden();
});
