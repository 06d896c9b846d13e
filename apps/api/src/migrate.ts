import { type Config } from '@haven/shared/api';
import { dataSource } from './data-source';

/** Brings the database to the newest migration, each in a transaction of its own, and says what it did. */
export async function migrate({ DATABASE_URL }: Config): Promise<void> {
  const database = await dataSource(DATABASE_URL).initialize();
  try {
    requireVersion(
      await database.query<{ version: number }[]>(`SELECT current_setting('server_version_num')::int AS version`),
    );
    const done = await database.runMigrations({ transaction: 'each' });
    console.log(
      done.length === 0
        ? 'The database is up to date.'
        : `Migrated: ${done.map((migration) => migration.name).join(', ')}.`,
    );
  } finally {
    await database.destroy();
  }
}

function requireVersion([row]: { version: number }[]): void {
  if ((row?.version ?? 0) < 150_000) throw new Error('Haven needs PostgreSQL 15 or later.');
}
