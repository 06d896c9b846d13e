import { type Range, seconds, union } from '@haven/shared/contract';
import * as fc from 'fast-check';
import { lineUp } from './captions/edit';
import { carryCues, carryPoints, carryRanges, type TimelinePiece } from './carry';

const span = fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 60 }));
const ranges = fc.array(
  span.map(([from, length]): Range => [from, from + length]),
  { maxLength: 10 },
);
/** Pieces apart from each other in the old timeline, anywhere in the new one. */
const pieces = fc
  .array(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 60 }), fc.nat(400)), { maxLength: 8 })
  .map((of) => {
    let end = 0;
    return of.map(([gap, length, at]): TimelinePiece => {
      const from = end + gap;
      end = from + length;
      return { from, to: end, at };
    });
  });
const cue = fc
  .record({ from: fc.nat(400_000), length: fc.integer({ min: 1, max: 9_000 }), text: fc.string() })
  .map(({ from, length, text }) => ({ id: '', speaker: null, settings: '', from, to: from + length, text }));
const whole: TimelinePiece[] = [{ from: 0, to: 360_000, at: 0 }];

describe('Carrying over to a new timeline', () => {
  it('carries ranges second by second, never to more than there were', () => {
    fc.assert(
      fc.property(ranges, pieces, (given, map) => {
        const covered = new Set<number>();
        for (const { from, to, at } of map)
          for (let second = from; second < to; second++)
            if (given.some(([start, end]) => second >= start && second < end)) covered.add(second - from + at);
        const carried = carryRanges(given, map);
        expect(carried).toEqual(union([...covered].map((second): Range => [second, second + 1])));
        expect(seconds(carried)).toBeLessThanOrEqual(seconds(given));
      }),
    );
  });

  it('carries no less of more', () => {
    fc.assert(
      fc.property(ranges, ranges, pieces, (some, more, map) => {
        const both = carryRanges([...some, ...more], map);
        expect(both).toEqual(union(carryRanges(some, map), carryRanges(more, map)));
      }),
    );
  });

  it('changes nothing where nothing was changed', () => {
    fc.assert(
      fc.property(ranges, fc.array(cue), (given, cues) => {
        expect(carryRanges(given, whole)).toEqual(union(given));
        expect(carryCues(cues, whole)).toEqual({ carried: lineUp(cues), lost: [] });
      }),
    );
  });

  it('carries or loses every point and every cue', () => {
    const points = fc.array(fc.record({ at: fc.nat(500), title: fc.string() }));
    fc.assert(
      fc.property(points, fc.array(cue), pieces, (given, cues, map) => {
        const [titles, texts] = [carryPoints(given, map), carryCues(cues, map)];
        expect([...titles.carried, ...titles.lost].map(({ title }) => title).sort()).toEqual(
          given.map(({ title }) => title).sort(),
        );
        expect([...texts.carried, ...texts.lost].map(({ text }) => text).sort()).toEqual(
          cues.map(({ text }) => text).sort(),
        );
        expect(titles.carried.map(({ at }) => at)).toEqual(titles.carried.map(({ at }) => at).sort((a, b) => a - b));
      }),
    );
  });

  it('carries a cue with its middle, cut where its piece ends', () => {
    const at = (from: number, to: number) => ({ id: '', speaker: null, settings: '', text: 'x', from, to });
    const cut = [
      { from: 0, to: 10, at: 5 },
      { from: 10, to: 20, at: 15 },
      { from: 30, to: 40, at: 0 },
    ];
    const kept = at(8_500, 11_500);
    expect(carryCues([kept, at(18_000, 21_000), at(19_500, 21_000), at(29_500, 31_000)], cut)).toEqual({
      carried: [at(0, 1_000), at(13_500, 16_500), at(23_000, 25_000)],
      lost: [at(19_500, 21_000)],
    });
  });
});
