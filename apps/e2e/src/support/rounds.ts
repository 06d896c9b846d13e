import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { BreakingServer } from './breaking-server.ts';
import { browserFaults, type BrowserFault } from './losing-device.ts';
import { startParts, type Parts } from './parts.ts';
import { seeded } from './seeded.ts';

/** What a person needs to live through a round. */
export interface Lot {
  readonly parts: Parts;
  /** The executable; what Playwright brings where it is undefined. */
  readonly browser: string | undefined;
  /** The folder that outlives the browser. */
  readonly profile: string;
  readonly seed: string;
  readonly kind: BrowserFault;
  readonly random: () => number;
}

/** Somebody who does something in a browser of their own while things break. */
export interface Person<Run> {
  begin(): Promise<void>;
  /** Goes on through both faults until the device says that everything is saved. `broken` resolves when the server runs again. */
  live(broken: Promise<void>): Promise<void>;
  result(): Promise<Run>;
  end(): Promise<void>;
}

/** How many rounds of how many people, from which seed. */
export interface Series {
  readonly rounds: number;
  readonly people: number;
  readonly seed: number;
  readonly browser: string | undefined;
}

/**
 * Rounds of people who act at once, while the server meets one fault and each browser another. The moments come from the seed, the kinds of
 * faults in turn. Each round ends when every device says that everything is saved.
 * @throws Error when a device does not say so within two minutes.
 */
export async function* rounds<Run, Fault extends string>(
  series: Series,
  faults: Readonly<Record<Fault, (server: BreakingServer) => Promise<void>>>,
  make: (lot: Lot) => Person<Run>,
): AsyncGenerator<Run & { server: Fault }> {
  const parts = await startParts({ durable: true });
  const server = new BreakingServer(parts);
  const profiles = mkdtempSync(join(tmpdir(), 'haven-browsers-'));
  const kinds = Object.keys(faults) as Fault[];
  try {
    await server.start();
    for (let round = 0; round < series.rounds; round++) {
      const fault = kinds[round % kinds.length] as Fault;
      const random = seeded(series.seed * 1000 + round);
      const people = Array.from({ length: series.people }, (_, n) => {
        const turn = round + n + Math.floor(round / kinds.length);
        const seed = `${series.seed}/${round}/${n}`;
        return make({
          ...{ parts, browser: series.browser, profile: join(profiles, seed), seed },
          kind: browserFaults[turn % browserFaults.length] ?? 'offline',
          // Each has numbers of their own: who comes first to one of them is not the same in every run.
          random: seeded(Math.floor(random() * 2 ** 31)),
        });
      });
      try {
        await Promise.all(people.map((person) => person.begin()));
        const broken = after(random() * 8000).then(() => faults[fault](server));
        await Promise.all(people.map((person) => person.live(broken)));
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
