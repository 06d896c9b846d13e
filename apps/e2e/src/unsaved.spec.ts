import { type Page } from '@playwright/test';
import { expect, test } from './support/haven';

// What a service worker asks for passes by the routes of a page.
test.use({ serviceWorkers: 'block' });

const rows = (page: Page) => page.getByRole('list', { name: 'Not saved yet' }).getByRole('listitem');

/** Writes a note on a page that was opened while there was a line. */
async function note(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: /^Write a note at/ }).click();
  await page.getByRole('textbox', { name: /^Note at/ }).fill(text);
  await page.getByRole('button', { name: 'Done' }).click();
}

async function open(page: Page): Promise<void> {
  await page.goto('/me/unsaved');
  await expect(page.getByRole('heading', { name: 'Everything is saved' })).toBeVisible();
  await page.goto('/learn/sanctuary-in-cities/webinar?tab=notes');
  await expect(page.getByRole('button', { name: /^Write a note at/ })).toBeVisible();
}

test('what waits without a line is listed, and gone when it is saved, also in another tab', async ({
  page,
  context,
}) => {
  await open(page);
  const other = await context.newPage();
  await other.goto('/me/unsaved');
  await context.setOffline(true);
  await note(page, 'kept here');
  await expect(page.getByText(/Kept on this device since .+: a note\. It is sent/).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'See what is not saved' })).toHaveAttribute('href', '/me/unsaved');
  await expect(rows(other)).toContainText('Note at 0:00');
  await expect(rows(other)).toContainText('On this device.');
  await expect(rows(other).getByRole('link', { name: /^Creating sanctuary policies/ })).toHaveAttribute(
    'href',
    '/learn/sanctuary-in-cities/webinar',
  );
  await context.setOffline(false);
  await expect(other.getByRole('heading', { name: 'Everything is saved' })).toBeVisible();
});

test('a refused entry is kept and explained, and discarded only after a question', async ({ page }) => {
  await open(page);
  await page.route('**/api/notes/*', (route) =>
    route.fulfill({ status: 404, json: { title: 'Not found', status: 404, code: 'not-found' } }),
  );
  await note(page, 'refused');
  await page.getByRole('link', { name: 'See what is not saved' }).click();
  await expect(rows(page)).toContainText('Not accepted: this no longer exists. It is kept on this device.');
  page.once('dialog', (dialog) => void dialog.dismiss());
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(rows(page)).toHaveCount(1);
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('heading', { name: 'Everything is saved' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Everything is saved' })).toBeVisible();
});

test('what a full device cannot keep is said, closing is asked about, and the line takes it', async ({
  page,
  context,
}) => {
  const devtools = await context.newCDPSession(page);
  // Before anything is written: the browser asks how much room there is only now and then.
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: process.env['HAVEN_URL'] ?? '', quotaSize: 1 });
  await open(page);
  await context.setOffline(true);
  await note(page, 'nowhere but here');
  const said = page.getByText('This device has no room left for a note.').first();
  await expect(said).toBeVisible();
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await page.getByRole('link', { name: 'See what is not saved' }).click();
  await expect(rows(page)).toContainText('In this page alone');
  await context.setOffline(false);
  await expect(page.getByRole('heading', { name: 'Everything is saved' })).toBeVisible();
  await page.goto('/learn/sanctuary-in-cities/webinar?tab=notes');
  await expect(page.getByText('nowhere but here')).toBeVisible();
});
