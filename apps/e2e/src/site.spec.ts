import { expect, test } from './support/haven';

test('public pages are there before any script runs, in the language of their address', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  for (const [path, lang, heading] of [
    ['/', 'en', 'Learn what makes a city safe for everyone who lives in it.'],
    ['/courses', 'en', 'Courses'],
    ['/es/courses', 'es', 'Cursos'],
    ['/courses/sanctuary-in-cities', 'en', 'Sanctuary in cities'],
    ['/es/courses/sanctuary-in-cities', 'es', 'Santuario en las ciudades'],
  ] as const) {
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expect(page.getByRole('navigation').first()).not.toContainText('site.');
  }
  await context.close();
});

test('the first key press is not lost: the skip link leads to the content before any script runs', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto('/es/courses?topic=schools');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/es\/courses\?topic=schools#content$/);
  await page.keyboard.press('Tab');
  await expect(page.locator('main :focus')).toHaveCount(1);
  await context.close();
});

test('what does not exist says so, with its status, in both languages', async ({ page }) => {
  for (const path of ['/no-such-page', '/es/no-such-page', '/courses/no-such-course']) {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('link', { name: /courses|cursos/i }).first()).toBeVisible();
  }
});

test('focus and title follow the page', async ({ page }) => {
  await page.goto('/');
  // Until the scripts have taken over, a link loads its page like any other.
  await page.waitForLoadState('networkidle');
  await page.getByRole('navigation').getByRole('link', { name: 'Courses' }).first().click();
  await expect(page).toHaveTitle(/^Courses/);
  await expect(page.getByRole('heading', { level: 1, name: 'Courses' })).toBeFocused();
});

test('filters live in the address, and an empty result has a way out', async ({ page }) => {
  await page.goto('/courses?topic=schools');
  await expect(page.getByRole('link', { name: 'Schools as safe places' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Sanctuary in cities' })).toHaveCount(0);
  await page.goto('/courses?q=zzzz');
  await expect(page.getByText('No course fits all of that')).toBeVisible();
  await page.getByRole('link', { name: 'Clear the filters' }).first().click();
  await expect(page.getByRole('link', { name: 'Sanctuary in cities' })).toBeVisible();
});

test('the server answers for its own names only, and lets no script of others in', async ({ request, baseURL }) => {
  const page = await request.get('/');
  expect(page.headers()['content-security-policy']).toContain("script-src 'self'");
  const { port } = new URL(baseURL ?? '');
  const stranger = await request.get('/', { headers: { host: `evil.example:${port}` } });
  expect(stranger.status()).toBe(400);
});

test('a rendered page does not ask again for what it was rendered with', async ({ page }) => {
  for (const path of ['/', '/courses', '/courses/sanctuary-in-cities']) {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    // A slow machine is idle before its first script has run.
    const session = page.waitForRequest('**/api/session');
    await page.goto(path);
    await session;
    await page.waitForLoadState('networkidle');
    expect(asked.filter((url) => url.startsWith('/api/'))).toEqual(['/api/session']);
    page.removeAllListeners('request');
  }
});
