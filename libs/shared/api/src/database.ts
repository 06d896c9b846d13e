import { type DataSourceOptions, DefaultNamingStrategy, type Table } from 'typeorm';

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const nameOf = (table: Table | string) => (typeof table === 'string' ? table : table.name);

/** Columns are named as SQL names things: `createdAt` is `created_at`; constraints as PostgreSQL itself would. */
class SnakeNaming extends DefaultNamingStrategy {
  override columnName(property: string, given: string | undefined, prefixes: string[]): string {
    return snake([...prefixes, given ?? property].join('_'));
  }

  override primaryKeyName(table: Table | string): string {
    return `${nameOf(table)}_pkey`;
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return `${nameOf(table)}_${columns.join('_')}_key`;
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return `${nameOf(table)}_${columns.join('_')}_fkey`;
  }

  override indexName(table: Table | string, columns: string[]): string {
    return `${nameOf(table)}_${columns.join('_')}_idx`;
  }
}

/**
 * How every process connects. Behind PgBouncer in transaction mode this still works: no named statements, no LISTEN, no session state.
 * The schema is the migrations'; TypeORM never changes it by itself.
 */
export const databaseOptions = (url: string) =>
  ({
    type: 'postgres',
    url,
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    migrationsRun: false,
    applicationName: 'haven',
    poolSize: 10,
    connectTimeoutMS: 5000,
  }) satisfies DataSourceOptions;
