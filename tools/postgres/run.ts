import { spawn } from 'node:child_process';

/** The system account a command runs under. Undefined everywhere means: as ourselves. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

export interface Ran {
  /** Exit code; null when the command could not start, was killed or took too long. */
  readonly code: number | null;
  /** Standard output and standard error, as they came. */
  readonly output: string;
}

export interface RunOptions {
  readonly account?: Account | undefined;
  readonly input?: string;
  /** Longest run, in milliseconds (60,000 when left out); then the command is killed. */
  readonly withinMs?: number;
}

/** Runs a command to its end and returns what it said. Never rejects: a command that cannot start has code null. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      ...asAccount(options.account),
      stdio: 'pipe',
      windowsHide: true,
    });
    // Not spawn's own timeout: its timer outlives a child that could not start, and keeps us waiting.
    const timer = setTimeout(() => child.kill('SIGKILL'), options.withinMs ?? 60_000);
    const end = (ran: Ran): void => {
      clearTimeout(timer);
      resolve(ran);
    };
    let output = '';
    const collect = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
    child.on('error', (error) => end({ code: null, output: error.message }));
    child.on('close', (code) => end({ code, output }));
  });
}

/**
 * Spawn options for a PostgreSQL program: the account, a working directory that any account can enter (a program
 * started in a folder closed to it fails before its first line), and no PG… variable of the person's shell.
 */
export function asAccount(account: Account | undefined): {
  uid?: number;
  gid?: number;
  cwd?: string;
  env: NodeJS.ProcessEnv;
} {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')));
  if (process.platform === 'win32') return { env };
  return account ? { uid: account.uid | 0, gid: account.gid | 0, cwd: '/', env } : { cwd: '/', env };
}
