import { between } from './support/between';
import { expect, test } from './support/haven';

const course = '/learn/sanctuary-in-cities';

test('a new version waits until it is asked for, and takes nothing of what was not sent with it', async ({
  context,
  baseURL,
}) => {
  // Two whole builds are put on the device.
  test.slow();
  const line = await between(baseURL ?? '');
  try {
    const page = await context.newPage();
    await page.goto(`${line.url}${course}/webinar?tab=notes`);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    line.renew();
    // The page after the first is the worker's; the new version is on its way before the page listens for one.
    await page.reload({ waitUntil: 'commit' });
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    await expect(page.getByText('There is a new version of Haven.')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('button', { name: /^Write a note at/ })).toBeVisible({ timeout: 30_000 });
    await context.setOffline(true);
    await page.getByRole('button', { name: /^Write a note at/ }).click();
    await page.getByRole('textbox', { name: /^Note at/ }).fill('not sent yet');
    await page.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByText(/Kept on this device/).first()).toBeVisible();

    const reloaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Reload now' }).click();
    await reloaded;
    expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting)).toBeNull();
    await page.goto(`${line.url}/me/unsaved`);
    await expect(page.getByRole('list', { name: 'Not saved yet' })).toContainText('Note at 0:00');
    await context.setOffline(false);
    await expect(page.getByRole('heading', { name: 'Everything is saved' })).toBeVisible({ timeout: 60_000 });
    await page.goto(`${line.url}${course}/webinar?tab=notes`);
    await expect(page.getByText('not sent yet')).toBeVisible();
  } finally {
    await line.stop();
  }
});
