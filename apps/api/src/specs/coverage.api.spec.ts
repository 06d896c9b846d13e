import { type WatchClaim } from '@haven/recordings/contract';
import { WatchService } from '@haven/recordings/api';
import { newId } from '@haven/shared/api';
import { type Range } from '@haven/shared/contract';
import { clamp, union } from '@haven/shared/contract/plain';
import * as fc from 'fast-check';
import { webinar } from '../testing/watching';
import { openWorld, type World } from '../testing/world';

const DURATION = 276;
const AT_ONCE = 100;
const ROUNDS = 100;

/** Three devices of one person: what each plays, one cumulative claim after the other. */
const device = fc.array(
  fc.tuple(fc.nat(DURATION + 20), fc.nat(40)).map(([from, length]): Range => [from, from + length + 1]),
  { minLength: 1, maxLength: 4 },
);
const life = fc.record({
  devices: fc.tuple(device, device, device),
  // Which claims arrive, in which order, and which of them twice: by place in the list of all claims.
  arrivals: fc.array(fc.nat(11), { maxLength: 4 }),
  shuffle: fc.nat(),
});
type Life = typeof life extends fc.Arbitrary<infer T> ? T : never;

/** The seconds as a list of booleans: too simple to be wrong. */
function bitmap(played: readonly Range[]): Range[] {
  const seen = Array.from({ length: DURATION }, () => false);
  for (const [from, to] of played) seen.fill(true, from, to);
  const ranges: Range[] = [];
  seen.forEach((is, at) => {
    const last = ranges.at(-1);
    if (is && last?.[1] === at) last[1] = at + 1;
    else if (is) ranges.push([at, at + 1]);
  });
  return ranges;
}

describe('coverage', () => {
  let world: World;
  let recording: { id: string; rev: number };
  beforeAll(async () => {
    world = await openWorld();
    recording = await webinar(world);
    await world.database.query(
      `INSERT INTO person (id, role, created_at) SELECT gen_random_uuid(), 'guest', now() FROM generate_series(1, $1)`,
      [AT_ONCE],
    );
  });
  afterAll(() => world.close());

  const claimsOf = ({ devices, arrivals, shuffle }: Life): WatchClaim[] => {
    const claims = devices.flatMap((played) => {
      const session = newId();
      return played.map((_, n): WatchClaim => {
        const ranges = union(played.slice(0, n + 1));
        return { session, recording: recording.id, rev: recording.rev, ranges, position: 0, seq: n, rate: 1 };
      });
    });
    const twice = arrivals.map((at) => claims[at % claims.length]).filter((claim) => claim !== undefined);
    // The last of each device arrives some time: the outbox sees to that. Everything else is luck.
    return [...claims, ...twice].toSorted((a, b) => order(a, shuffle) - order(b, shuffle));
  };
  const order = ({ session, seq }: WatchClaim, shuffle: number) =>
    (Number.parseInt(session.slice(-6), 16) * (seq + 7) * (shuffle + 3)) % 1009;

  it('is the same in PostgreSQL, in the contract and second by second, over ten thousand lives of three devices', async () => {
    const people = await world.database.query<{ id: string }[]>(
      `SELECT id FROM person WHERE role = 'guest' ORDER BY created_at DESC, id LIMIT $1`,
      [AT_ONCE],
    );
    const watch = world.app.get(WatchService);
    for (let round = 0; round < ROUNDS; round++) {
      const lives = fc.sample(life, { numRuns: AT_ONCE, seed: round }).map((one, n) => ({
        actor: { id: people[n]?.id ?? '', role: 'guest' } as const,
        claims: claimsOf(one),
        played: one.devices.flat(),
      }));
      // Every session begins long before, so that the budget is not what is tried here.
      await Promise.all(
        lives.map(({ actor, claims }) =>
          watch.claim(
            actor,
            claims.map((claim) => ({ ...claim, ranges: [] })),
          ),
        ),
      );
      world.clock.forward(3_600_000);
      await Promise.all(lives.map(({ actor, claims }) => watch.claim(actor, claims)));
      for (const { actor, played } of lives) {
        const { ranges } = await watch.coverageOf(actor, recording.id);
        expect(ranges).toEqual(bitmap(played));
        expect(ranges).toEqual(clamp(played, DURATION));
      }
      await world.database.query('DELETE FROM coverage');
    }
  }, 240_000);
});
