import { type Range } from '@haven/shared/contract';
import { seconds, union } from '@haven/shared/contract/plain';
import fc from 'fast-check';
import { Sampler } from './sampler';

const duration = 90;
const grain = 20; // bits of truth for each second

type Act =
  | { do: 'play'; ms: number; rate: number }
  | { do: 'seek'; to: number }
  | { do: 'pause'; ms: number }
  | { do: 'jump'; to: number };

/** A player that plays, pauses, seeks and jumps by script, and knows the truth: which twentieths of a second were on the screen. */
function watch(acts: readonly Act[]): { claimed: Range[]; truth: Uint8Array } {
  const [sampler, truth] = [new Sampler(), new Uint8Array(duration * grain)];
  let [at, now] = [0, 0];
  for (const act of acts) {
    if (act.do === 'seek') {
      at = act.to;
      sampler.seek({ at, now, rate: 1 });
    } else if (act.do === 'jump') {
      at = act.to; // a script sets currentTime and the sampler hears of it only by the next position
    } else if (act.do === 'pause') {
      sampler.pause({ at, now, rate: 1 });
      now += act.ms;
    } else {
      sampler.play({ at, now, rate: act.rate });
      for (let left = act.ms; left > 0; left -= 250) {
        const step = Math.min(250, left);
        const to = Math.min(duration, at + (step / 1000) * act.rate);
        for (let bit = Math.floor(at * grain); bit < Math.ceil(to * grain) && bit < truth.length; bit++) truth[bit] = 1;
        [at, now] = [to, now + step];
        sampler.play({ at, now, rate: act.rate });
      }
    }
  }
  sampler.pause({ at, now, rate: 1 });
  return { claimed: sampler.ranges(), truth };
}

const place = fc.integer({ min: 0, max: duration * 10 }).map((n) => n / 10);
const acts = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant('play' as const),
      ms: fc.integer({ min: 1, max: 20_000 }),
      rate: fc.constantFrom(0.5, 1, 1.5, 2),
    }),
    fc.record({ do: fc.constant('seek' as const), to: place }),
    fc.record({ do: fc.constant('pause' as const), ms: fc.integer({ min: 1, max: 5000 }) }),
  ),
  { maxLength: 30 },
);

const playedOf = (truth: Uint8Array, second: number) =>
  truth.slice(second * grain, (second + 1) * grain).reduce((sum, bit) => sum + bit, 0) / grain;

describe('Sampler', () => {
  it('never claims a second that was not played', () =>
    fc.assert(
      fc.property(acts, (script) => {
        const { claimed, truth } = watch(script);
        for (const [from, to] of claimed)
          for (let second = from; second < to; second++)
            expect(playedOf(truth, second)).toBeGreaterThanOrEqual(second === 0 ? 0.5 : 0.85);
      }),
    ));

  it('claims every second that was played through in one go', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(0.5, 1, 1.5, 2),
        (from, length, rate) => {
          const { claimed } = watch([
            { do: 'seek', to: from },
            { do: 'play', ms: (length * 1000) / rate, rate },
          ]);
          expect(claimed).toEqual([[from, from + length]]);
        },
      ),
    ));

  it('claims what a busy page saw late, at positions older than its clock', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 50, max: 1500 }), fc.integer({ min: 0, max: 1500 })), { minLength: 1 }),
        fc.constantFrom(0.5, 1, 1.5, 2),
        (steps, rate) => {
          const sampler = new Sampler();
          sampler.play({ at: 0, now: 0, rate });
          let at = 0;
          let now = 0;
          for (const [ms, late] of steps) {
            // The clock never goes back: a reading that is late leaves the next one at least where it was.
            now = Math.max(now, (at += ms) + late);
            sampler.play({ at: (at / 1000) * rate, now, rate });
          }
          expect(seconds(sampler.ranges())).toBe(Math.floor((at / 1000) * rate + 0.06));
        },
      ),
    ));

  it.each(['seek', 'pause'] as const)(
    'begins where a %s left the playhead, also when the page hears of it late',
    (kind) => {
      const sampler = new Sampler();
      sampler[kind]({ at: 15, now: 1000, rate: 2 });
      sampler.play({ at: 16.8, now: 2000, rate: 2 });
      sampler.play({ at: 18, now: 2600, rate: 2 });
      expect(sampler.ranges()).toEqual([[15, 18]]);
    },
  );

  it('keeps what was played between stalls that come more often than every half a second', () => {
    const script = Array.from({ length: 30 }, (): Act[] => [
      { do: 'play', ms: 300, rate: 1 },
      { do: 'pause', ms: 700 },
    ]);
    expect(watch(script.flat()).claimed).toEqual([[0, 9]]);
  });

  it('goes on from a pause that was read late, at a position older than its clock', () => {
    const sampler = new Sampler();
    sampler.play({ at: 10, now: 0, rate: 2 });
    sampler.pause({ at: 12, now: 1900, rate: 2 });
    sampler.play({ at: 13.9, now: 2000, rate: 2 });
    sampler.play({ at: 16, now: 3100, rate: 2 });
    expect(sampler.ranges()).toEqual([[10, 16]]);
  });

  it('goes on from a first position that was old already', () => {
    const sampler = new Sampler();
    sampler.pause({ at: 15, now: 0, rate: 1 });
    sampler.play({ at: 15, now: 1500, rate: 1 });
    sampler.play({ at: 16.7, now: 1750, rate: 1 });
    sampler.play({ at: 18, now: 3050, rate: 1 });
    expect(sampler.ranges()).toEqual([[15, 18]]);
  });

  it('does not begin before where it was seen first when playing could not have brought it there', () => {
    const sampler = new Sampler();
    sampler.seek({ at: 15, now: 1000, rate: 1 });
    sampler.play({ at: 18, now: 2000, rate: 1 });
    sampler.play({ at: 20, now: 4000, rate: 1 });
    expect(sampler.ranges()).toEqual([[18, 20]]);
  });

  it('keeps the second in which somebody paused', () => {
    const { claimed } = watch([
      { do: 'play', ms: 4400, rate: 1 },
      { do: 'pause', ms: 9000 },
      { do: 'play', ms: 5600, rate: 1 },
    ]);
    expect(claimed).toEqual([[0, 10]]);
  });

  it('gives nothing for jumping ahead, however it is done', () => {
    const { claimed } = watch([
      { do: 'play', ms: 3000, rate: 1 },
      { do: 'jump', to: 60 },
      { do: 'play', ms: 2000, rate: 1 },
    ]);
    expect(claimed).toEqual([
      [0, 3],
      [60, 62],
    ]);
  });

  it('gives nothing for pieces under half a second', () => {
    const script = Array.from({ length: 30 }, (_, i): Act[] => [
      { do: 'seek', to: i * 3 },
      { do: 'play', ms: 400, rate: 1 },
      { do: 'pause', ms: 100 },
    ]);
    expect(watch(script.flat()).claimed).toEqual([]);
  });

  it('counts a second once, however often it was played', () => {
    const again: Act[] = [
      { do: 'seek', to: 10 },
      { do: 'play', ms: 5000, rate: 1 },
    ];
    expect(seconds(watch([...again, ...again, ...again]).claimed)).toBe(5);
  });

  it('counts the broken second at the end as whole', () => {
    const sampler = new Sampler();
    sampler.play({ at: 85, now: 0, rate: 1 });
    sampler.play({ at: 89.2, now: 4200, rate: 1 });
    sampler.end({ at: 89.4, now: 4400, rate: 1 }, 90);
    expect(sampler.ranges()).toEqual([[85, 90]]);
  });

  it('is in normal form', () =>
    fc.assert(
      fc.property(acts, (script) => {
        const { claimed } = watch(script);
        expect(union(claimed)).toEqual(claimed);
      }),
    ));
});
