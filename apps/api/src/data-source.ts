import { databaseOptions } from '@haven/shared/api';
import { DataSource } from 'typeorm';
import { migrations } from '../migrations';
import { entities } from './entities';

/**
 * The database with its migrations, for the command that runs them and for specs. A migration waits at most five seconds for a lock, so
 * that it gives way to people instead of queueing them up behind itself.
 */
export const dataSource = (url: string) =>
  new DataSource({
    ...databaseOptions(url),
    entities,
    migrations,
    migrationsTableName: 'migration',
    extra: { options: '-c lock_timeout=5000' },
  });
