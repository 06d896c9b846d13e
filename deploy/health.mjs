// The health checks of the containers: `node deploy/health.mjs api|worker` ends with 0 when that part does its work.
import pg from 'pg';

/** The API is healthy when it can serve, which includes its database. */
async function api() {
  const { ok, status } = await fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/readyz`);
  return ok ? '' : `/readyz answers ${status}`;
}

/** The worker has no port. It is healthy when the job of every minute was done lately. */
async function worker() {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `SELECT 1 FROM jobs.job WHERE name = 'deliver-events' AND completed_on > now() - interval '3 minutes' LIMIT 1`,
    );
    return rowCount ? '' : 'no job was done in the last three minutes';
  } finally {
    await client.end();
  }
}

const parts = { api, worker };
try {
  const part = parts[process.argv[2]];
  const trouble = part ? await part() : `there is no part "${process.argv[2]}"`;
  if (trouble) console.error(trouble);
  process.exitCode = trouble ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
