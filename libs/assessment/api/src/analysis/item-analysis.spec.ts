import fc from 'fast-check';
import { correlation, itemStatistics, LEAST_PEOPLE, type Sitting } from './item-analysis';
import { itemVerdict } from './item-verdict';
import { languageGap, mantelHaenszel } from './language-gap';
import { lsat, lsatReference } from './testing/lsat';
import { berkeley, berkeleyReference } from './testing/berkeley';

const sitting = (credits: readonly number[], locale = 'en'): Sitting => ({
  languages: new Map(credits.map((_, at) => [`q${at}`, locale])),
  credits: new Map(credits.map((credit, at) => [`q${at}`, credit])),
  chosen: new Map(credits.map((credit, at) => [`q${at}`, [credit === 1 ? 'right' : 'wrong']])),
  seconds: new Map(credits.map((_, at) => [`q${at}`, 10 + at])),
});

describe('item statistics', () => {
  const sittings = lsat().map((row) => sitting(row));

  it('are those that are published for the Law School Admission Test', () => {
    expect(sittings).toHaveLength(1000);
    for (const [at, { facility, discrimination }] of lsatReference.entries()) {
      const found = itemStatistics(sittings, `q${at}`);
      expect(found.facility).toBeCloseTo(facility, 3);
      expect(found.discrimination).toBeCloseTo(discrimination, 3);
    }
  });

  it('count who chose what, and take the median of the time', () => {
    const { options, seconds } = itemStatistics(sittings, 'q2');
    expect([options.get('right'), options.get('wrong')]).toEqual([553, 447]);
    expect(seconds).toBe(12);
  });

  it('say nothing about fewer than ten people', () => {
    const few = itemStatistics(sittings.slice(0, LEAST_PEOPLE - 1), 'q0');
    expect(few).toEqual({
      ...{ sittings: 9, full: 0, none: 0, facility: null },
      discrimination: null,
      options: new Map(),
      seconds: null,
    });
    expect(itemVerdict(few, null)).toBeNull();
  });

  it('leave out who was not asked', () => {
    const drawn = [...sittings, ...Array.from({ length: 50 }, () => sitting([1, 1]))];
    expect(itemStatistics(drawn, 'q4').sittings).toBe(1000);
    expect(itemStatistics(drawn, 'q0').sittings).toBe(1050);
  });
});

describe('correlation', () => {
  const pairs = fc.array(
    fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    {
      minLength: 2,
      maxLength: 60,
    },
  );

  it('lies between −1 and 1 and does not depend on the side', () =>
    fc.assert(
      fc.property(pairs, (rows) => {
        const [a, b] = [rows.map(([x]) => x), rows.map(([, y]) => y)];
        const found = correlation(a, b);
        if (found === null) return;
        expect(Math.abs(found)).toBeLessThanOrEqual(1 + 1e-9);
        expect(correlation(b, a)).toBeCloseTo(found, 9);
      }),
    ));

  it('is not there where nothing varies', () => expect(correlation([1, 1, 1], [0, 1, 0])).toBeNull());
});

describe('the gap between languages', () => {
  it('is the one published for the admissions of Berkeley', () => {
    const found = mantelHaenszel(berkeley);
    expect(found?.oddsRatio).toBeCloseTo(berkeleyReference.oddsRatio, 6);
    expect(found?.chiSquared).toBeCloseTo(berkeleyReference.chiSquared, 4);
    expect(found?.level).toBe('A');
    const around = [-1, 1].map((side) =>
      Math.exp(Math.log(found?.oddsRatio ?? 0) + side * 1.959964 * (found?.error ?? 0)),
    );
    expect(around[0]).toBeCloseTo(berkeleyReference.interval[0], 6);
    expect(around[1]).toBeCloseTo(berkeleyReference.interval[1], 6);
  });

  it('finds a question that is harder in Spanish for people with the same total', () => {
    // Of those with the same total, fewer are right in Spanish.
    const nine = (right: number) => Array.from({ length: 9 }, (_, at) => (at < right ? 1 : 0));
    const people = (locale: string, total: number, right: number, wrong: number) => [
      ...Array.from({ length: right }, () => sitting([1, ...nine(total - 1)], locale)),
      ...Array.from({ length: wrong }, () => sitting([0, ...nine(total)], locale)),
    ];
    const all = [
      ...people('en', 8, 40, 10),
      ...people('en', 5, 30, 20),
      ...people('es', 8, 15, 35),
      ...people('es', 5, 10, 40),
    ];
    const found = languageGap(all, 'q0', 'en', 'es');
    expect(found).toMatchObject({ level: 'C' });
    expect(found?.difference).toBeLessThan(-0.3);
    expect(itemVerdict(itemStatistics(all, 'q0'), found)).toMatchObject({
      flag: 'poor',
      reasons: expect.arrayContaining(['harder-in-one-language']),
    });
  });

  it('sees none where one language only knows less', () => {
    const people = (locale: string, times: number, row: number[]) =>
      Array.from({ length: times }, () => sitting(row, locale));
    const all = [
      ...people('en', 40, [1, 1, 1, 1]),
      ...people('en', 10, [0, 0, 0, 1]),
      ...people('es', 10, [1, 1, 1, 1]),
      ...people('es', 40, [0, 0, 0, 1]),
    ];
    expect(languageGap(all, 'q0', 'en', 'es')?.level ?? 'A').toBe('A');
  });

  it('turns around with the groups', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ a: fc.nat(30), b: fc.nat(30), c: fc.nat(30), d: fc.nat(30) }), {
          minLength: 1,
          maxLength: 8,
        }),
        (cells) => {
          const strata = cells.map(({ a, b, c, d }) => ({
            reference: { right: a, wrong: b },
            focal: { right: c, wrong: d },
          }));
          const there = mantelHaenszel(strata);
          const back = mantelHaenszel(strata.map(({ reference, focal }) => ({ reference: focal, focal: reference })));
          expect(back === null).toBe(there === null);
          if (there && back) expect(back.delta).toBeCloseTo(-there.delta, 6);
        },
      ),
    ));

  it('says nothing about fewer than ten people of a language', () => {
    const all = [
      ...Array.from({ length: 50 }, () => sitting([1, 0])),
      ...Array.from({ length: 9 }, () => sitting([0, 1], 'es')),
    ];
    expect(languageGap(all, 'q0', 'en', 'es')).toBeNull();
  });
});
