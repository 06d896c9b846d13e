import { PlainError } from '../postgres/plain-error.ts';

/** What `npm start` itself is told; the API checks its own settings when it starts. */
export interface StartConfig {
  /** First port to try. */
  readonly port: number;
  readonly demo: boolean;
  /** An outside PostgreSQL, instead of our own. */
  readonly databaseUrl: string | undefined;
  /** The address people use, when it is not this machine's. */
  readonly publicUrl: string | undefined;
  readonly logToConsole: boolean;
}

/** Reads the settings of `npm start`. Throws a PlainError that names the variable with a wrong value. */
export function readConfig(env: NodeJS.ProcessEnv): StartConfig {
  return {
    port: readPort(env['PORT'] || '3000'),
    demo: oneOf('HAVEN_DEMO', env['HAVEN_DEMO'] || 'on', ['on', 'off']) === 'on',
    databaseUrl: readUrl('DATABASE_URL', env['DATABASE_URL'], ['postgres:', 'postgresql:']),
    publicUrl: readUrl('PUBLIC_URL', env['PUBLIC_URL'], ['http:', 'https:']),
    logToConsole: oneOf('HAVEN_LOG', env['HAVEN_LOG'] || 'file', ['file', 'console']) === 'console',
  };
}

function readPort(value: string): number {
  const port = Number(value);
  if (/^\d+$/.test(value) && port >= 1 && port <= 65_535) return port;
  throw new PlainError(`PORT must be a whole number from 1 to 65535; it is "${value}".`);
}

function oneOf(name: string, value: string, allowed: readonly string[]): string {
  if (allowed.includes(value)) return value;
  throw new PlainError(`${name} must be ${allowed.join(' or ')}; it is "${value}".`);
}

/** The value itself is not repeated: an address may carry a password. */
function readUrl(name: string, value: string | undefined, protocols: readonly string[]): string | undefined {
  if (!value) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && protocols.includes(url.protocol)) return value;
  throw new PlainError(`${name} must be an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}.`);
}
