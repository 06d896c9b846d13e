import { type Locator, type Page } from '@playwright/test';
import { expect, signIn, test } from './support/haven';

// Two browsers and many keys, on a machine that may be busy.
test.describe.configure({ timeout: 120_000 });

/** Goes to `target` by Tab alone, as someone without a mouse does. */
async function tabTo(page: Page, target: Locator, most = 90): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < most; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab never came there');
}

const press = async (page: Page, target: Locator) => {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
};
const button = (page: Page, name: string | RegExp, exact = false) => page.getByRole('button', { name, exact });

async function addLesson(page: Page, title: string): Promise<void> {
  await press(page, button(page, /^Add a lesson/).last());
  await expect(page.getByLabel('Title of the lesson, English')).toBeFocused();
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: title, exact: true })).toBeFocused();
}

const rows = (page: Page) => page.locator('.row-title').allTextContents();

test('by keyboard alone: from nothing to a published course, and a learner reads it', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, 'editor');
  await press(page, page.getByRole('link', { name: 'Begin a course' }));
  await tabTo(page, page.getByLabel('Title, English'));
  await page.keyboard.type('What to say at the door');
  await expect(page.getByLabel('Address')).toHaveValue('what-to-say-at-the-door');
  await press(page, button(page, 'Begin the course'));
  await expect(page.getByRole('heading', { name: 'This course is ready for its first module' })).toBeVisible();

  await press(page, button(page, 'Add a module'));
  await expect(page.getByLabel('Title of the module, English')).toBeFocused();
  await page.keyboard.type('At home');
  await page.keyboard.press('Enter');
  await addLesson(page, 'Who is there');
  await addLesson(page, 'You need not open');
  await press(page, button(page, 'Change “You need not open”'));
  await press(page, button(page, 'Move up'));
  await expect(button(page, 'Move up')).toBeFocused();
  await expect.poll(() => rows(page)).toEqual(['You need not open', 'Who is there']);
  await expect(page.getByText('“You need not open” is now number 1 of 2 in “At home”.')).toBeAttached();

  await press(page, button(page, 'Delete'));
  await expect(button(page, 'Undo')).toBeFocused();
  await expect.poll(() => rows(page)).toEqual(['Who is there']);
  await page.keyboard.press('Enter');
  await expect(button(page, 'Change “You need not open”')).toBeFocused();
  await expect.poll(() => rows(page)).toEqual(['You need not open', 'Who is there']);

  await press(page, button(page, 'Change “Who is there”'));
  await press(page, button(page, 'Rename'));
  await expect(page.getByLabel('Title, English')).toBeFocused();
  await page.keyboard.type('Ask who is there');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Ask who is there', exact: true })).toBeVisible();
  for (const [title, text] of [
    ['You need not open', 'A door may stay closed.'],
    ['Ask who is there', 'Ask for a name and a warrant.'],
  ] as const) {
    await press(page, page.getByRole('link', { name: title, exact: true }));
    await tabTo(page, page.getByLabel('Text').first());
    await page.keyboard.type(text);
    await expect(page.getByText(/^Saved /).first()).toBeVisible();
    await press(page, page.getByRole('link', { name: 'Outline', exact: true }));
  }
  await press(page, page.getByRole('link', { name: 'Review and publish' }).first());
  await press(page, button(page, 'Publish release 1'));
  await expect(page.getByText('Release 1 is published')).toBeVisible();

  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const learner = await context.newPage();
  await learner.goto('/learn/what-to-say-at-the-door/you-need-not-open');
  await expect(learner.getByText('A door may stay closed.')).toBeVisible();
  await context.close();
});

test('two people at once see each other, and what both do stays', async ({ page, browser, baseURL }) => {
  await signIn(page, 'editor');
  await page.getByRole('link', { name: 'Begin a course' }).click();
  await page.getByLabel('Title, English').fill('Built by two');
  await button(page, 'Begin the course').click();
  await button(page, 'Add a module').click();
  await page.getByLabel('Title of the module, English').fill('Shared');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Saved /)).toBeVisible();

  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const other = await context.newPage();
  await signIn(other, 'administrator');
  await other.goto(new URL(page.url()).pathname);
  await expect(other.getByText(/ is here too$/)).toBeVisible();
  await expect(page.getByText(/ is here too$/)).toBeVisible();
  for (const [who, title] of [
    [page, 'Mine'],
    [other, 'Theirs'],
  ] as const) {
    await button(who, /^Add a lesson/).click();
    await who.getByLabel('Title of the lesson, English').fill(title);
    await who.keyboard.press('Enter');
  }
  for (const who of [page, other]) {
    await expect(who.getByRole('link', { name: 'Mine', exact: true })).toBeVisible();
    await expect(who.getByRole('link', { name: 'Theirs', exact: true })).toBeVisible();
  }
  await context.close();
});

test('a lesson is dragged into another module, and a change without a line is kept and sent', async ({
  page,
  context,
}) => {
  await signIn(page, 'editor');
  await page.getByRole('link', { name: 'Begin a course' }).click();
  await page.getByLabel('Title, English').fill('Dragged and dropped');
  await button(page, 'Begin the course').click();
  for (const title of ['One', 'Two']) {
    await button(page, 'Add a module').click();
    await page.getByLabel('Title of the module, English').fill(title);
    await page.keyboard.press('Enter');
  }
  await button(page, 'Add a lesson : One').click();
  await page.getByLabel('Title of the lesson, English').fill('A');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Saved /)).toBeVisible();
  const second = page.getByRole('region', { name: 'Two' });
  await page.locator('.outline-row .drag-handle').dragTo(second.locator('.module-head'));
  await expect(second.getByRole('link', { name: 'A', exact: true })).toBeVisible();

  await context.setOffline(true);
  await button(page, 'Add a module').click();
  await page.getByLabel('Title of the module, English').fill('Three');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Kept on this device.').first()).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(/^Saved /)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('region', { name: 'Three' })).toBeVisible();
});

test('a published lesson of another course is reused, and left as it is', async ({ page }) => {
  await signIn(page, 'editor');
  await page.getByRole('link', { name: 'Begin a course' }).click();
  await page.getByLabel('Title, English').fill('Put together');
  await button(page, 'Begin the course').click();
  await button(page, 'Add a module').click();
  await page.getByLabel('Title of the module, English').fill('One');
  await page.keyboard.press('Enter');
  await button(page, 'Add a lesson : One').click();
  await page.getByLabel('A lesson of another course').check();
  await button(page, 'Add', true).click();
  await expect(page.getByText('Choose a lesson')).toBeVisible();
  await page.getByLabel('Of which course?').selectOption('Sanctuary in cities');
  await page.getByLabel('Which lesson?').selectOption('Why trust matters');
  await button(page, 'Add', true).click();
  const row = page.locator('.outline-row');
  await expect(row.getByRole('link', { name: 'Why trust matters', exact: true })).toBeFocused();
  await expect(row.getByText('From “Sanctuary in cities”. It follows what is published there.')).toBeVisible();
  await button(page, 'Change “Why trust matters”').click();
  await button(page, 'Leave it as it is now').click();
  await expect(row.getByText('From “Sanctuary in cities”, as it was when it was taken.')).toBeVisible();
  await expect(button(page, 'Change “Why trust matters”')).toBeFocused();
});
