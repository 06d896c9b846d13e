import { expect, signIn, test } from './support/haven';
import { beginReading } from './support/studio';

test('a course is deleted and brought back, at once and later, and so is a lesson of days ago', async ({ page }) => {
  await signIn(page, 'editor');
  const { course } = await beginReading(page, 'to-be-deleted', 'A course to delete');
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  await page.goto(`${course}/outline`);
  await button('Change “A lesson to write”').last().click();
  await button('Delete').click();
  await expect(page.getByText(/^Saved /)).toBeVisible();
  // What offers Undo goes with the page; the list stays.
  await page.reload();
  await page.getByText('Deleted from the outline in the last 30 days').click();
  await expect(page.getByText(/^Lesson, deleted on /)).toBeVisible();
  await button('Bring back “A lesson to write”').click();
  await expect(button('Change “A lesson to write”').last()).toBeFocused();
  await expect(page.getByText('Nothing was.')).toBeVisible();

  await page.getByRole('link', { name: 'About the course' }).click();
  await button('Delete the course…').click();
  await page.keyboard.press('Escape');
  await expect(button('Delete the course…')).toBeFocused();
  for (const way of ['Undo', 'Bring back “A course to delete”']) {
    await page.goto(`${course}/settings`);
    await button('Delete the course…').click();
    await button('Yes, delete it').click();
    await expect(page.getByText('“A course to delete” is deleted.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'A course to delete', exact: true })).toBeHidden();
    if (way !== 'Undo') await page.getByText('Deleted courses', { exact: true }).click();
    await button(way).click();
    await expect(page.getByRole('link', { name: 'A course to delete', exact: true })).toBeVisible();
    await expect(page.getByText('“A course to delete” is deleted.')).toBeHidden();
  }
});
