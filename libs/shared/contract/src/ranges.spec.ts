import * as fc from 'fast-check';
import { type Range } from './range';
import { clamp, gaps, meets, seconds, union } from './ranges';

const range = fc
  .tuple(fc.nat(400), fc.integer({ min: 1, max: 60 }))
  .map(([from, length]): Range => [from, from + length]);
const ranges = fc.array(range, { maxLength: 30 });

/** The oracle: a bitmap, one cell a second. */
const bitmap = (of: readonly Range[], whole = 500) =>
  Array.from({ length: whole }, (_, s) => of.some(([from, to]) => s >= from && s < to));

describe('ranges', () => {
  it('unite like a bitmap, in one normal form, in any order and however often', () => {
    fc.assert(
      fc.property(ranges, ranges, (a, b) => {
        const united = union(a, b);
        expect(bitmap(united)).toEqual(bitmap([...a, ...b]));
        expect(union(b, a, a)).toEqual(united);
        united.forEach(([from, to], at) => expect(from < to && from > (united[at - 1]?.[1] ?? -1)).toBe(true));
      }),
    );
  });

  it('leave the gaps that a bitmap leaves', () => {
    fc.assert(
      fc.property(ranges, fc.integer({ min: 1, max: 450 }), (a, whole) => {
        expect(bitmap(gaps(a, whole), whole)).toEqual(bitmap(a, whole).map((seen) => !seen));
        expect(seconds(gaps(a, whole)) + seconds(clamp(a, whole))).toBe(whole);
      }),
    );
  });

  it('do not change what they are given', () => {
    const given: Range[] = [
      [5, 9],
      [0, 6],
    ];
    union(given);
    expect(given).toEqual([
      [5, 9],
      [0, 6],
    ]);
  });

  it('meet a rule on whole numbers', () => {
    expect(meets(248, 276, 90)).toBe(false);
    expect(meets(249, 276, 90)).toBe(true);
    expect(meets(276, 276, 100)).toBe(true);
  });
});
