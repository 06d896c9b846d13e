import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { BreakingServer } from './breaking-server.ts';
import { browserFaults, type BrowserFault } from './losing-device.ts';
import { LosingPlayer, type Run } from './losing-player.ts';
import { startParts } from './parts.ts';
import { seeded } from './seeded.ts';

const serverFaults = ['api stopped for 30 s', 'PostgreSQL restarted', 'worker killed'] as const;
type ServerFault = (typeof serverFaults)[number];

const STOPPED_MS = 30_000;

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
  const server = new BreakingServer(parts);
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
        const broken = meet(server, fault, 3000 + random() * 5000);
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

/** Resolves when everything runs again. */
async function meet(server: BreakingServer, fault: ServerFault, inMs: number): Promise<void> {
  await after(inMs);
  switch (fault) {
    case 'api stopped for 30 s':
      return server.stopApi(STOPPED_MS);
    case 'PostgreSQL restarted':
      return server.crashPostgres();
    case 'worker killed':
      return server.killWorker();
  }
}
