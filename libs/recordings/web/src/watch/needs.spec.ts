import { type Range } from '@haven/shared/contract';
import { meets, seconds } from '@haven/shared/contract/plain';
import fc from 'fast-check';
import { needs, onward } from './needs';

const ranges = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 290 }), fc.integer({ min: 1, max: 60 }))
    .map(([from, length]): Range => [from, from + length]),
);

describe('needs', () => {
  it('is met exactly where the rule of the contract is', () =>
    fc.assert(
      fc.property(
        ranges,
        fc.integer({ min: 60, max: 300 }),
        fc.constantFrom(5, 50, 90, 95, 100),
        (watched, duration, required) => {
          const { met, covered, missing, gaps, enough } = needs(watched, duration, required);
          expect(met).toBe(meets(covered, duration, required));
          expect(covered + missing).toBe(duration);
          expect(seconds(gaps)).toBe(missing);
          expect(meets(covered + enough, duration, required)).toBe(true);
          if (enough > 0) expect(meets(covered + enough - 1, duration, required)).toBe(false);
        },
      ),
    ));

  it('goes on inside a gap, to the next one, and nowhere after the last', () => {
    const gaps: Range[] = [
      [10, 20],
      [30, 31],
    ];
    expect([0, 10, 19, 20, 30, 31].map((second) => onward(gaps, second))).toEqual([10, 10, 19, 30, 30, null]);
  });

  it('says the minute and the six seconds of the still page', () =>
    expect(
      needs(
        [
          [0, 116],
          [141, 265],
        ],
        306,
        90,
      ),
    ).toMatchObject({
      missing: 66,
      gaps: [
        [116, 141],
        [265, 306],
      ],
    }));
});
