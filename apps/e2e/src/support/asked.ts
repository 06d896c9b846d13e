import pg from 'pg';
import type { Parts } from './parts.ts';

/** Asks over a connection of its own, because PostgreSQL is restarted between questions. */
export async function asked<Row extends pg.QueryResultRow>(
  { databaseUrl }: Parts,
  sql: string,
  values: unknown[] = [],
) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await client.query<Row>(sql, values);
  } finally {
    await client.end();
  }
}
