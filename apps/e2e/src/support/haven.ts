import { readFileSync } from 'node:fs';
import { test as base, expect, type Page } from '@playwright/test';
import { type DemoAccount } from '../../../api/src/seed';

/** The demo account of the first person with `role`. */
export function account(role: DemoAccount['role']): DemoAccount {
  const accounts = JSON.parse(readFileSync(process.env['HAVEN_ACCOUNTS'] ?? '', 'utf8')) as DemoAccount[];
  const found = accounts.find((person) => person.role === role);
  if (!found) throw new Error(`no demo ${role}`);
  return found;
}

/** Signs in through the page, as a person does. */
export async function signIn(page: Page, role: DemoAccount['role']): Promise<void> {
  const { email, password } = account(role);
  await page.goto('/sign-in?next=/studio');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Studio' })).toBeVisible();
}

/**
 * A page that watches over the promises that hold everywhere: no request leaves for another host, no script or style is stopped by the
 * content security policy, and nothing fails unseen in the console.
 */
export const test = base.extend<{ watched: void }>({
  watched: [
    async ({ page, baseURL }, use) => {
      const broken: string[] = [];
      page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        if (protocol.startsWith('http') && origin !== new URL(baseURL ?? '').origin)
          broken.push(`request to ${origin}`);
      });
      page.on('pageerror', (error) => broken.push(`error: ${error.message}`));
      page.on('console', (message) => {
        if (/Content Security Policy|Trusted ?Type|NG0\d+/.test(message.text())) broken.push(message.text());
      });
      await use();
      expect(broken).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Until the application is on the device and pages go through its worker. */
export const kept = (page: Page) => page.evaluate(async () => void (await navigator.serviceWorker.ready));
