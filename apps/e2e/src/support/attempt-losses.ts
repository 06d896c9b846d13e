import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { BreakingServer } from './breaking-server.ts';
import { browserFaults, type BrowserFault } from './losing-device.ts';
import { LosingLearner, type AttemptRun } from './losing-learner.ts';
import { startParts } from './parts.ts';
import { seeded } from './seeded.ts';

const serverFaults = ['api stopped for 10 s', 'PostgreSQL restarted'] as const;
type ServerFault = (typeof serverFaults)[number];

const STOPPED_MS = 10_000;

/**
 * Rounds of `learners` people who take a quiz at once, each in a browser of their own, while the server meets one fault and each browser
 * another. The moments and the answers come from the seed, the kinds of faults in turn. Each round ends when every device says that
 * everything is saved. @throws Error when a device does not say so within two minutes.
 */
export async function* attemptLosses(options: {
  readonly rounds: number;
  readonly learners: number;
  readonly seed: number;
  readonly browser: string | undefined;
}): AsyncGenerator<AttemptRun & { server: ServerFault }> {
  const parts = await startParts({ durable: true });
  const server = new BreakingServer(parts);
  const profiles = mkdtempSync(join(tmpdir(), 'haven-browsers-'));
  try {
    await server.start();
    for (let round = 0; round < options.rounds; round++) {
      const fault = serverFaults[round % serverFaults.length] ?? serverFaults[0];
      const random = seeded(options.seed * 1000 + round);
      const people = Array.from({ length: options.learners }, (_, n) => {
        const turn = n + Math.floor(round / serverFaults.length);
        const kind: BrowserFault = browserFaults[turn % browserFaults.length] ?? 'offline';
        const seed = `${options.seed}/${round}/${n}`;
        // Each has numbers of their own: who comes first to one of them is not the same in every run.
        const own = seeded(Math.floor(random() * 2 ** 31));
        return new LosingLearner({
          ...{ parts, seed, kind, random: own, browser: options.browser, profile: join(profiles, seed) },
        });
      });
      try {
        await Promise.all(people.map((person) => person.begin()));
        const broken = meet(server, fault, random() * 5000);
        await Promise.all(people.map((person) => person.take(person.page(), broken)));
        for (const person of people) yield { ...(await person.result()), server: fault };
      } finally {
        await Promise.all(people.map((person) => person.end()));
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
  return fault === 'PostgreSQL restarted' ? server.crashPostgres() : server.stopApi(STOPPED_MS);
}
