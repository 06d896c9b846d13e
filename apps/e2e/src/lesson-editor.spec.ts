import { type Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, signIn, test } from './support/haven';
import { hostile } from './support/hostile';
import { beginReading, paste } from './support/studio';

// Many keys, on a machine that may be busy.
test.describe.configure({ timeout: 120_000 });

const text = (page: Page) => page.getByRole('textbox', { name: 'Text' }).first();

/** From the text to one of its tools, by keys alone, and uses it. */
async function tool(page: Page, name: string, tools = 'Formatting'): Promise<void> {
  await page.keyboard.press('Shift+Tab');
  const target = page.getByRole('toolbar', { name: tools }).first().getByRole('button', { name, exact: true });
  for (let presses = 0; presses < 30; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
  }
  throw new Error(`the arrow keys never came to ${name}`);
}

async function insert(page: Page, name: string): Promise<void> {
  await tool(page, 'Insert');
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press('ArrowRight');
    const focused = page.locator(':focus');
    if ((await focused.textContent())?.trim() === name) return page.keyboard.press('Enter');
  }
  throw new Error(`the arrow keys never came to ${name}`);
}

/** Fills in a dialog from its first field on. */
async function answer(page: Page, ...answers: string[]): Promise<void> {
  await expect(page.getByRole('dialog')).toBeVisible();
  for (const one of answers) {
    await page.keyboard.press('Tab');
    await page.keyboard.type(one);
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(text(page)).toBeFocused();
}

async function publish(page: Page, course: string): Promise<void> {
  await expect(page.getByText(/^Saved /).first()).toBeVisible();
  await page.goto(`${course}/publish`);
  await page.getByRole('button', { name: 'Publish release 1' }).click();
  await expect(page.getByText('Release 1 is published')).toBeVisible();
}

test('by keyboard alone: a text with every kind of block is written, and readers see it', async ({ page }) => {
  await signIn(page, 'editor');
  const { course } = await beginReading(page, 'written-by-keys');
  await text(page).focus();
  await page.keyboard.type('Before you open, ask.');
  await page.keyboard.press('Enter');
  await tool(page, 'Heading');
  await expect(text(page)).toBeFocused();
  await page.keyboard.type('At the door');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- Stay **calm** now');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Ask for a name');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Know your rights.');
  await page.keyboard.press('Shift+Home');
  await tool(page, 'Link');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('www.example.org');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Write an address that begins with https:// or mailto:')).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('https://example.org/rights');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(text(page)).toBeFocused();
  // The editor hears of a moved cursor a moment later; its tools say when.
  const link = page
    .getByRole('toolbar', { name: 'Formatting' })
    .first()
    .getByRole('button', { name: 'Link', exact: true });
  await expect(link).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('End');
  await expect(link).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Enter');
  await insert(page, 'Important note');
  await expect(text(page)).toBeFocused();
  await page.keyboard.type('You need not open.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await insert(page, 'Policy clause');
  await answer(page, 'Ordinance 2017-1', 'https://example.org/ordinance');
  await page.keyboard.type('No officer shall ask.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await insert(page, 'Glossary term');
  await answer(page, 'Detainer');
  await page.keyboard.type('A request to hold somebody longer.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await insert(page, 'Table');
  await expect(text(page)).toBeFocused();
  await page.keyboard.type('Question');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('Answer');
  await page.keyboard.press('Enter');
  await page.keyboard.type('A judge');
  await tool(page, 'Add a row');
  await expect(text(page)).toBeFocused();
  await page.keyboard.type('Nobody');
  await publish(page, course);

  await page.goto('/learn/written-by-keys/a-lesson-to-write');
  const read = page.locator('.blocks');
  await expect(read.getByRole('heading', { level: 2, name: 'At the door' })).toBeVisible();
  await expect(read.getByRole('listitem')).toHaveText(['Stay calm now', 'Ask for a name']);
  await expect(read.locator('strong', { hasText: 'calm' })).toBeVisible();
  await expect(read.getByRole('link', { name: 'Know your rights.' })).toHaveAttribute(
    'href',
    'https://example.org/rights',
  );
  await expect(read.locator('.callout-important')).toContainText('You need not open.');
  await expect(read.getByRole('figure')).toContainText('No officer shall ask.');
  await expect(read.getByRole('link', { name: 'Ordinance 2017-1' })).toBeVisible();
  await expect(read.locator('dfn')).toHaveText('Detainer');
  await expect(read.getByRole('row')).toHaveText([/Question\s*Answer/, /A judge/, /Nobody/]);
});

test('nothing runs that was pasted, in the editor and for readers, and the words stay', async ({ page }) => {
  await signIn(page, 'editor');
  const { course } = await beginReading(page, 'pasted-by-strangers');
  await text(page).focus();
  for (const html of hostile) {
    await paste(page, { 'text/html': html, 'text/plain': html });
    await paste(page, { 'text/plain': html });
    await paste(page, { 'application/x-haven-text': html });
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
  }
  const link = {
    type: 'paragraph',
    id: 'a',
    content: [{ type: 'text', text: 'Click', marks: [{ type: 'link', attrs: { href: 'javascript:hacked()' } }] }],
  };
  await paste(page, { 'application/x-haven-text': JSON.stringify({ blocks: [link], open: [0, 0] }) });
  await page.keyboard.type('The last words.');
  await expect(text(page)).toContainText('words that stay');
  const danger =
    'script, iframe, object, embed, form, base, meta, svg, [onerror], [onload], [onclick], a[href^="javascript" i], a[href^="data" i]';
  await expect(text(page).locator(danger)).toHaveCount(0);
  await publish(page, course);
  await page.goto('/learn/pasted-by-strangers/a-lesson-to-write');
  await expect(page.getByText('The last words.')).toBeVisible();
  await expect(page.locator('.blocks').locator(danger)).toHaveCount(0);
  expect(await page.evaluate(() => Reflect.has(globalThis, 'hacked') || Reflect.has({}, 'hacked'))).toBe(false);
});

test('a text goes from one language to the other as it is, by copying', async ({ page }) => {
  await signIn(page, 'editor');
  await beginReading(page, 'copied-across');
  await text(page).focus();
  await page.keyboard.type('> So it is.');
  await insert(page, 'Resource');
  await answer(page, 'Cards to print', 'https://example.org/cards');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  const spanish = page.getByRole('textbox', { name: 'Text' }).last();
  await spanish.focus();
  await page.keyboard.press('Control+V');
  await expect(spanish.locator('blockquote')).toHaveText('So it is.');
  await expect(spanish.locator('.pointer-resource')).toContainText('Cards to print');
});

test('a picture is taken with what it shows, refused with a reason, and is as wide as a reader’s screen', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, 'editor');
  const { course } = await beginReading(page, 'with-a-picture');
  await text(page).focus();
  await insert(page, 'Picture');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Insert' }).press('Enter');
  await expect(dialog.getByText('Choose a picture')).toBeVisible();
  await expect(dialog.getByText('Say what the picture shows, or mark it as decoration')).toBeVisible();
  const file = dialog.getByLabel('Picture file');
  await file.setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="hacked()"/>') });
  await dialog.getByLabel('What the picture shows').fill('A door with a chain');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(/^This is no picture that can be used/)).toBeVisible();
  await expect(dialog.getByLabel('What the picture shows')).toHaveValue('A door with a chain');
  const create = { width: 1400, height: 900, channels: 3 as const, background: '#08525a' };
  const buffer = await sharp({ create }).png().toBuffer();
  await file.setInputFiles({ name: 'door.png', mimeType: 'image/png', buffer });
  await dialog.getByRole('button', { name: 'Insert' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(text(page).getByRole('img', { name: 'A door with a chain' })).toBeVisible();

  await expect(text(page)).toBeFocused();
  await page.keyboard.type('After the picture.');
  await insert(page, 'File');
  await dialog.getByLabel('File', { exact: true }).setInputFiles({
    name: 'cards.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7 cards'),
  });
  await dialog.getByLabel('Title of the file').fill('Cards to print');
  await page.keyboard.press('Enter');
  await expect(text(page).locator('.pointer-file')).toContainText('Cards to print');
  await publish(page, course);

  // Somebody else, on a phone: a browser that has the picture in another width already takes that.
  const context = await browser.newContext({ ...(baseURL && { baseURL }), viewport: { width: 320, height: 800 } });
  const reader = await context.newPage();
  await reader.goto('/learn/with-a-picture/a-lesson-to-write');
  const picture = reader.getByRole('img', { name: 'A door with a chain' });
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  expect(await picture.evaluate((image: HTMLImageElement) => image.currentSrc)).toMatch(/\/480\.webp$/);
  await expect(reader.getByText('PDF, 1 kB')).toBeVisible();
  const download = reader.waitForEvent('download');
  await reader.getByRole('link', { name: 'Cards to print' }).click();
  expect((await download).suggestedFilename()).toBe('Cards to print.pdf');
  await context.close();
});
