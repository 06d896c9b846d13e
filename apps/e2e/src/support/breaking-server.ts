import { execFile } from 'node:child_process';
import { readFileSync, readlinkSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { promisify } from 'node:util';
import { asked } from './asked.ts';
import type { Parts } from './parts.ts';

const PATIENCE_MS = 120_000;

/** The server's three processes, and what can happen to them. Each resolves when everything runs again. */
export class BreakingServer {
  private readonly parts: Parts;
  private api: ReturnType<Parts['start']>;
  private worker: ReturnType<Parts['start']>;

  constructor(parts: Parts) {
    this.parts = parts;
    // Its connection dies with PostgreSQL; whoever asks here brings one of their own.
    parts.database.on('error', () => undefined);
    this.api = parts.start('api');
    this.worker = parts.start('worker');
  }

  /** Until the api answers. Nobody signs in for it: how often one may is limited. */
  async start(): Promise<void> {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await after(100)) {
      const answer = await fetch(`${this.parts.url}/readyz`).catch(() => null);
      if (answer?.ok) return;
    }
    throw new Error('the api did not answer within two minutes');
  }

  async stopApi(ms: number): Promise<void> {
    await this.parts.kill(this.api);
    await after(ms);
    this.api = this.parts.start('api');
    await this.start();
  }

  async killWorker(): Promise<void> {
    await this.parts.kill(this.worker);
    this.worker = this.parts.start('worker');
  }

  /** Ends PostgreSQL without letting it write anything more, and starts it as it was started before. */
  async crashPostgres(): Promise<void> {
    const { rows } = await asked<{ data: string }>(this.parts, `SELECT current_setting('data_directory') AS data`);
    const data = rows[0]?.data ?? '';
    const pid = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0] ?? '';
    const program = join(dirname(readlinkSync(`/proc/${pid}/exe`)), 'pg_ctl');
    const { uid, gid } = statSync(data);
    const log = join(data, 'restarted.log');
    await promisify(execFile)(program, ['restart', '-m', 'immediate', '-w', '-D', data, '-l', log], { uid, gid });
  }
}
