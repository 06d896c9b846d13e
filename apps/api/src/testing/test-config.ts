import { type Config, readConfig } from '@haven/shared/api';

/** The address of the database `name` on the test server. */
export function withDatabase(name: string): string {
  const url = new URL(process.env['HAVEN_TEST_DATABASE_URL'] ?? '');
  url.pathname = `/${name}`;
  return url.href;
}

/** Settings for specs: no jobs of their own, no rendering, a data folder that all share because its objects never change. */
export const testConfig = (databaseUrl: string): Config =>
  readConfig({
    DATABASE_URL: databaseUrl,
    DATA_DIR: process.env['HAVEN_TEST_DATA_DIR'],
    HAVEN_ROLE: 'api',
    LOG_LEVEL: 'fatal',
    SSR: 'off',
    PORT: '0',
  });
