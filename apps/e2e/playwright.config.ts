import { defineConfig, devices } from '@playwright/test';

/** Journeys in a real browser against the built application, on a PostgreSQL and a demo world of their own. */
export default defineConfig({
  testDir: './src',
  testMatch: '**/*.spec.ts',
  outputDir: '../../dist/test/journeys',
  globalSetup: './src/support/server.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
  use: {
    ...devices['Desktop Chrome'],
    launchOptions: {
      ...(process.env['HAVEN_BROWSER'] && { executablePath: process.env['HAVEN_BROWSER'] }),
      args: ['--no-sandbox', '--disable-background-networking'],
    },
    ...(process.env['HAVEN_URL'] && { baseURL: process.env['HAVEN_URL'] }),
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
