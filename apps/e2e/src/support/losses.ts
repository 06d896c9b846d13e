import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { promisify } from 'node:util';
import { asked, browserFaults, LosingPlayer, type BrowserFault, type Run } from './losing-player.ts';
import { startParts, type Parts } from './parts.ts';
import { seeded } from './seeded.ts';

const serverFaults = ['api stopped for 30 s', 'PostgreSQL restarted', 'worker killed'] as const;
type ServerFault = (typeof serverFaults)[number];

const STOPPED_MS = 30_000;
const PATIENCE_MS = 120_000;

/**
 * Rounds of `players` people who watch at once, each in a browser of their own, while the server meets one fault and each browser another.
 * The moments come from the seed, the kinds of faults in turn. Each round ends when every device says that everything is saved.
 * @throws Error when a device does not say so within two minutes.
 */
export async function* losses(options: {
  readonly rounds: number;
  readonly players: number;
  readonly seed: number;
  readonly browser: string | undefined;
}): AsyncGenerator<Run & { server: ServerFault }> {
  const parts = await startParts({ durable: true });
  // Its connection dies with PostgreSQL; whoever asks here brings one of their own.
  parts.database.on('error', () => undefined);
  const server = new Server(parts);
  const profiles = mkdtempSync(join(tmpdir(), 'haven-browsers-'));
  try {
    await server.start();
    for (let round = 0; round < options.rounds; round++) {
      const fault = serverFaults[round % serverFaults.length] ?? serverFaults[0];
      const random = seeded(options.seed * 1000 + round);
      const people = Array.from({ length: options.players }, (_, n) => {
        const turn = round + n + Math.floor(round / serverFaults.length);
        const kind: BrowserFault = browserFaults[turn % browserFaults.length] ?? 'offline';
        const seed = `${options.seed}/${round}/${n}`;
        return new LosingPlayer({ parts, browser: options.browser, profile: join(profiles, seed), seed, kind, random });
      });
      try {
        await Promise.all(people.map((player) => player.begin()));
        const broken = server.meet(fault, 3000 + random() * 5000);
        await Promise.all(people.map((player) => player.watch(broken)));
        for (const player of people) yield { ...(await player.result()), server: fault };
      } finally {
        await Promise.all(people.map((player) => player.end()));
      }
    }
  } finally {
    await parts.stop();
    rmSync(profiles, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The server's three processes, and what can happen to them. */
class Server {
  private readonly parts: Parts;
  private api: ReturnType<Parts['start']>;
  private worker: ReturnType<Parts['start']>;

  constructor(parts: Parts) {
    this.parts = parts;
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

  /** Resolves when everything runs again. */
  async meet(fault: ServerFault, inMs: number): Promise<void> {
    const { parts } = this;
    await after(inMs);
    switch (fault) {
      case 'api stopped for 30 s':
        await parts.kill(this.api);
        await after(STOPPED_MS);
        this.api = parts.start('api');
        return this.start();
      case 'PostgreSQL restarted':
        return this.crashPostgres();
      case 'worker killed':
        await parts.kill(this.worker);
        this.worker = parts.start('worker');
    }
  }

  /** Ends PostgreSQL without letting it write anything more, and starts it as it was started before. */
  private async crashPostgres(): Promise<void> {
    const { rows } = await asked<{ data: string }>(this.parts, `SELECT current_setting('data_directory') AS data`);
    const data = rows[0]?.data ?? '';
    const pid = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0] ?? '';
    const program = join(dirname(readlinkSync(`/proc/${pid}/exe`)), 'pg_ctl');
    const { uid, gid } = statSync(data);
    const log = join(data, 'restarted.log');
    await promisify(execFile)(program, ['restart', '-m', 'immediate', '-w', '-D', data, '-l', log], { uid, gid });
  }
}
