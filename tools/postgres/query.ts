import pg from 'pg';

/** Runs one statement on a connection of its own and returns its rows. Rejects when the server cannot be reached. */
export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // Without a listener, a connection that breaks after its answer would end the whole process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The same address with another database name. */
export function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** Creates a database when it is missing. */
export async function ensureDatabase(url: string, name: string): Promise<void> {
  const maintenance = withDatabase(url, 'postgres');
  const found = await query(maintenance, `SELECT 1 FROM pg_database WHERE datname = '${name.replaceAll("'", "''")}'`);
  if (found.length === 0) await query(maintenance, `CREATE DATABASE "${name.replaceAll('"', '""')}"`);
}
