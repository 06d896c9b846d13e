/** How much a crash may cost: `durable` keeps every acknowledged write, `throwaway` is for tests and may lose all. */
export type Durability = 'durable' | 'throwaway';

/**
 * The server settings that differ from PostgreSQL's own defaults, as `name=value`.
 * Loopback TCP alone, since that exists on every system: a Unix socket does not exist on Windows for every client, and
 * its path breaks beyond 107 bytes, which a deep project folder reaches.
 */
export function serverSettings(port: number, durability: Durability): string[] {
  return [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'max_connections=100',
    'timezone=UTC',
    'log_timezone=UTC',
    // Statements and key values of failed writes are personal data: they stay out of the log.
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    // Data folders made before it was mended name the schema twice, with which no parallel worker starts.
    'default_text_search_config=pg_catalog.simple',
    ...(durability === 'throwaway' ? THROWAWAY : []),
  ];
}

const THROWAWAY = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
];

/**
 * The arguments of `initdb` after the data folder. Collation by Unicode rules that come with PostgreSQL and not with
 * the operating system: an upgrade of the system's C library cannot corrupt an index, and case works in every language.
 */
export function initdbArguments(major: number, passwordFile: string, durability: Durability): string[] {
  const locale =
    major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      : ['--locale-provider=icu', '--icu-locale=und'];
  return [
    '--data-checksums',
    '--auth=scram-sha-256',
    '--username=haven',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    ...locale,
    // Without its schema, which initdb puts before it.
    '--text-search-config=simple',
    ...(durability === 'throwaway' ? ['--no-sync'] : []),
  ];
}
