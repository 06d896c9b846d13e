import { FULL, fraction, NONE, sum, toNumber } from './fraction';
import { grade, isScored, needed, passes, total } from './grade';
import { common } from './types/testing/samples';

describe('passing', () => {
  it('is at the mark, thirds added up exactly', () => {
    const third = fraction(1, 3);
    expect(needed(8, 75)).toBe(6);
    expect(needed(5, 75)).toBe(4);
    expect(passes(fraction(599, 100), 8, 75)).toBe(false);
    expect(passes(sum([third, third, third, fraction(5)]), 8, 75)).toBe(true);
    expect(passes(sum([third, third, fraction(16, 3)]), 8, 75)).toBe(true);
    expect(toNumber(sum([third, third, third]))).toBe(1);
  });

  it('does not count what is not scored', () => {
    const reflection = { kind: 'reflection' as const, ...common };
    expect(isScored(reflection)).toBe(false);
    expect(grade(reflection, { text: 'Thoughts' })).toBeNull();
    expect(total([null, FULL, NONE, fraction(1, 2)])).toEqual(fraction(3, 2));
    expect(passes(NONE, 0, 75)).toBe(true);
  });
});
