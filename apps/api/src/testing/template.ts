import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { migrate } from '../migrate';
import { seed } from '../seed';
import { testConfig, withDatabase } from './test-config';

/** The database that each spec file gets a copy of: migrated, with the demo world in it. */
export const TEMPLATE = 'haven_template';

/** Any number: whoever holds this lock on the maintenance database makes the template. */
const LOCK = 7_221;

/** Makes the template unless another Jest worker has made it in this run; the others wait for it. */
export async function ensureTemplate(): Promise<void> {
  await onServer(async (server) => {
    await server.query('SELECT pg_advisory_lock($1)', [LOCK]);
    // The accounts of this run are the sign that it is ready: an older template would have other passwords.
    if (existsSync(join(process.env['HAVEN_TEST_DATA_DIR'] ?? '', 'ready'))) return;
    await server.query(`DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`);
    await server.query(`CREATE DATABASE ${TEMPLATE}`);
    const quiet = jest.spyOn(console, 'log').mockImplementation();
    const config = testConfig(withDatabase(TEMPLATE));
    await migrate(config);
    await seed(config, 'tools/seed');
    quiet.mockRestore();
    writeFileSync(join(config.DATA_DIR, 'ready'), '');
  });
}

/** Runs `work` on one connection to the maintenance database. */
export async function onServer(work: (server: DataSource) => Promise<unknown>): Promise<void> {
  const server = new DataSource({
    ...{ type: 'postgres', url: process.env['HAVEN_TEST_DATABASE_URL'] ?? '', poolSize: 1 },
    // Else the pool closes it after ten seconds without a question, and the lock is gone while a slow machine still makes the template.
    extra: { idleTimeoutMillis: 0 },
  });
  await server.initialize();
  try {
    await work(server);
  } finally {
    await server.destroy();
  }
}
