import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, signIn, test } from './support/haven';

const demo = 'tools/seed/courses/sanctuary-in-cities/recordings/creating-sanctuary-policies';
const root = join(import.meta.dirname, '../../..');

test('an author uploads a recording, goes elsewhere meanwhile, watches it and gives it captions', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, 'author');
  await page.goto('/studio/recordings');
  // With a byte of its own: the demo has this very recording, and would ask whether it is meant again.
  const bytes = Buffer.concat([readFileSync(join(root, demo, 'recording.mp4')), Buffer.from('x')]);
  const file = { name: 'recording.mp4', mimeType: 'video/mp4', buffer: bytes };
  await page.locator('input[type=file]').first().setInputFiles(file);
  const tray = page.getByRole('region', { name: /upload/i });
  await expect(tray).toBeVisible();
  await page.getByRole('link', { name: 'Haven', exact: false }).first().click();
  const ready = tray.getByRole('link', { name: 'Open the recording' });
  await expect(ready).toBeVisible({ timeout: 30_000 });
  await ready.click();
  await expect(page.getByText(/It can be watched now|It is ready/)).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('video')).toBeAttached();
  const overview = page.url();

  await page.getByRole('link', { name: 'Captions', exact: true }).click();
  const english = page.getByRole('region', { name: 'English' });
  await english.locator('input').setInputFiles(join(root, demo, 'recording.json'));
  await expect(english.getByText('There are no captions in this file.', { exact: false })).toBeVisible();
  await english.locator('input').setInputFiles(join(root, demo, 'captions.en.vtt'));
  await expect(english.getByText(/Draft with \d+ captions/)).toBeVisible();
  await english.getByRole('button', { name: /approve/ }).click();
  await expect(english.getByText(/captions, approved by/)).toBeVisible();
  await english.getByRole('button', { name: 'Remove' }).click();
  await english.getByRole('button', { name: 'Bring them back as a draft' }).click();
  await expect(english.getByText(/Draft with \d+ captions/)).toBeVisible();

  await english.getByRole('link', { name: 'Edit beside the video' }).click();
  const editor = page.getByRole('region', { name: 'Captions in English' });
  await editor.getByRole('button').first().click();
  const words = editor.getByLabel('Words');
  await expect(words).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('First half ');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(editor.getByRole('group', { name: 'Caption 2' })).toBeVisible();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(words).toHaveValue('First half');
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await page.reload();
  await expect(editor.getByRole('button').first()).toContainText('First half');
  await page.getByRole('link', { name: 'Captions in every language' }).click();
  await page.getByRole('region', { name: 'Spanish' }).getByRole('link', { name: 'Translate beside' }).click();
  const spanish = page.getByRole('region', { name: 'Captions in Spanish' });
  await spanish.getByRole('button', { name: 'Begin with the times' }).click();
  await expect(spanish.getByText('First half', { exact: true })).toBeVisible();
  await spanish.getByLabel('Words').fill('La primera mitad');
  await expect(page.getByText(/^Saved/)).toBeVisible();

  await page.getByRole('link', { name: 'Chapters and slides' }).click();
  await page.getByRole('button', { name: 'Add a chapter here' }).click();
  await page.getByLabel('Title in English').fill('Welcome');
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await page.getByRole('button', { name: 'Add a chapter here' }).click();
  await page.getByRole('button', { name: 'Remove Chapter 2' }).click();
  await page.reload();
  await expect(page.getByLabel('Title in English')).toHaveValue('Welcome');

  await page.goto(overview);
  await page
    .getByRole('button', { name: 'Delete this recording' })
    .or(page.getByRole('button', { name: /^Delete/ }))
    .first()
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /delete/i })
    .first()
    .click();
  await expect(page).toHaveURL(/\/studio\/recordings$/);
});
