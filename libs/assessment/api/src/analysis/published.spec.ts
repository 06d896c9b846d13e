import fc from 'fast-check';
import { type ItemStatistics } from './item-analysis';
import { published, publishedCount, publishedPeople } from './published';

/** A question with the first option right, by how many chose each. */
const item = (cells: readonly number[]): ItemStatistics => {
  const sittings = cells.reduce((sum, cell) => sum + cell, 0);
  const [full = 0] = cells;
  return {
    ...{ sittings, full, none: sittings - full, facility: full / sittings, discrimination: null, seconds: null },
    options: new Map(),
  };
};
/** All that is told of it. */
const told = (cells: readonly number[]): string =>
  JSON.stringify([published(item(cells), null), cells.map(publishedCount)]);

/** Every other way in which people can have chosen, a few steps from `cells`. */
function* near(cells: readonly number[]): Generator<number[]> {
  const [first, ...rest] = cells;
  if (first === undefined) return yield [];
  for (const others of near(rest)) for (let by = -3; by <= 3; by++) if (first + by >= 0) yield [first + by, ...others];
}

describe('what is published of a question', () => {
  it.each([
    [9, null, null],
    [10, 10, 10],
    [14, 10, 10],
    [29, 20, 25],
  ])('of %d people is %p people and %p choices', (people, asPeople, asCount) => {
    expect(publishedPeople(people)).toBe(asPeople);
    expect(publishedCount(people)).toBe(asCount);
  });

  it('bounds the share who are right where few are on the other side, by the number of people alone', () => {
    const facility = (right: number, wrong: number) => published(item([right, wrong]), null).facility;
    expect(facility(33, 12)).toEqual({ kind: 'about', percent: 75 });
    for (const wrong of [0, 3, 9]) expect(facility(94 - wrong, wrong)).toEqual({ kind: 'at-least', percent: 90 });
    for (const right of [0, 3, 9]) expect(facility(right, 94 - right)).toEqual({ kind: 'at-most', percent: 10 });
    expect(facility(9, 9)).toBeNull();
  });

  it('leaves at least two numbers possible for whatever is hidden, however all that is told is put together', () =>
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 60 })), {
          minLength: 2,
          maxLength: 4,
        }),
        (cells) => {
          fc.pre(item(cells).sittings >= 10);
          const others = [...near(cells)].filter((other) => told(other) === told(cells));
          cells.forEach((cell, at) => {
            if (cell < 10) expect(others.some((other) => other[at] !== cell)).toBe(true);
          });
        },
      ),
      { numRuns: 200 },
    ));
});
