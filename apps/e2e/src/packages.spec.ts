import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { expect, signIn, test } from './support/haven';

/** Packs Markdown as a person would, and answers where it is. */
async function pack(file: string, files: Readonly<Record<string, string>>): Promise<string> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
  return file;
}

test('a course is taken away as a package and comes back beside itself, by keyboard', async ({ page }, info) => {
  await signIn(page, 'editor');
  await page.getByRole('link', { name: 'Schools as safe places' }).last().click();
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toBeFocused();
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the draft as a package' }).focus();
  await page.keyboard.press('Enter');
  const download = await coming;
  expect(download.suggestedFilename()).toBe('schools-as-safe-places.zip');
  const file = info.outputPath('course.zip');
  await download.saveAs(file);

  await page.goto('/studio');
  await expect(page.getByRole('heading', { level: 1, name: 'Studio' })).toBeVisible();
  await page.getByRole('link', { name: 'Bring in a course' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Bring in a course' })).toBeFocused();
  await page.getByRole('button', { name: 'Look what is in it' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
  await page.getByLabel('File', { exact: true }).setInputFiles(file);
  await page.getByRole('button', { name: 'Look what is in it' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'What is in it' })).toBeFocused();
  await expect(page.getByText('Everything is taken.')).toBeVisible();
  await expect(page.getByText('There is a course with the address of this one already.')).toBeVisible();

  // Another language and a reload keep what was sent.
  const address = page.url();
  await page.goto(address.replace('/studio/', '/es/studio/'));
  await expect(page.getByRole('heading', { level: 2, name: 'Lo que contiene' })).toBeVisible();
  await page.goto(address);
  const slug = page.getByLabel('Address of the course');
  await slug.fill('schools-as-safe-places');
  await page.getByRole('button', { name: 'Take it as a draft' }).click();
  await expect(page.getByText('Another course has this address already. Choose another one').first()).toBeVisible();
  await slug.fill('schools-once-more');
  await slug.press('Enter');
  await page.waitForURL(/\/outline$/);
  await expect(page.getByText('Nobody sees this course yet: it was never published.')).toBeVisible();
});

test('a folder of Markdown becomes a course, and what is left is said line by line; a wrong file is refused in words', async ({
  page,
}, info) => {
  await signIn(page, 'editor');
  await page.goto('/studio/import');
  const wrong = await pack(info.outputPath('wrong.zip'), { 'a.txt': 'x' });
  const look = page.getByRole('button', { name: 'Look what is in it' });
  const choose = page.getByLabel('File', { exact: true });
  await choose.setInputFiles(wrong);
  await look.click();
  await expect(page.getByRole('alert')).toContainText('Nothing was taken: there is no course in this file.');
  const folder = await pack(info.outputPath('rights.zip'), {
    'rights/01-home.md': '# At home\n\nAsk who is there.\n\n<b>bold</b>',
    'rights/02-work.md': '# At work\n\nAsk too.',
  });
  await choose.setInputFiles(folder);
  await look.click();
  await expect(page.getByRole('heading', { level: 2, name: 'What is in it' })).toBeFocused();
  await expect(page.getByText('At home')).toBeVisible();
  await expect(page.getByText('rights/01-home.md, line 5').first()).toBeVisible();
  await page.getByRole('button', { name: 'Take it as a draft' }).click();
  await page.waitForURL(/\/outline$/);
  await expect(page.getByRole('link', { name: 'At work', exact: true })).toBeVisible();
});
