import * as fc from 'fast-check';
import { grade, needed, passes } from './grade';
import { type Option } from './question';

const options = (right: number, wrong: number): Option[] =>
  Array.from({ length: right + wrong }, (_, at) => ({ id: `o${at}`, text: { en: `${at}` }, correct: at < right }));

const multiple = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .map(([r, w]) => options(r, w));

describe('grading', () => {
  it('gives all for the key and nothing for everything or nothing chosen', () => {
    fc.assert(
      fc.property(multiple, (given) => {
        const all = given.map((option) => option.id);
        const key = given.filter((option) => option.correct).map((option) => option.id);
        expect(grade({ kind: 'multiple', options: given }, key)).toBe(1);
        expect(grade({ kind: 'multiple', options: given }, all)).toBe(0);
        expect(grade({ kind: 'multiple', options: given }, [])).toBe(0);
      }),
    );
  });

  it('stays between 0 and 1, and does not depend on the order or on repeats', () => {
    fc.assert(
      fc.property(multiple, fc.array(fc.nat(11)), (given, picks) => {
        const chosen = picks.map((pick) => `o${pick}`);
        const credit = grade({ kind: 'multiple', options: given }, chosen);
        expect(credit >= 0 && credit <= 1).toBe(true);
        expect(grade({ kind: 'multiple', options: given }, [...chosen, ...chosen].reverse())).toBe(credit);
      }),
    );
  });

  it('pays less for every wrong option added', () => {
    fc.assert(
      fc.property(multiple, (given) => {
        const key = given.filter((option) => option.correct).map((option) => option.id);
        const wrong = given.filter((option) => !option.correct).map((option) => option.id);
        const credits = wrong.map((_, n) =>
          grade({ kind: 'multiple', options: given }, [...key, ...wrong.slice(0, n + 1)]),
        );
        credits.forEach((credit, at) => expect(credit).toBeLessThan(credits[at - 1] ?? 1));
      }),
    );
  });

  it('takes exactly the one option of a single choice', () => {
    const given = options(1, 3);
    expect(grade({ kind: 'single', options: given }, ['o0'])).toBe(1);
    expect(grade({ kind: 'single', options: given }, ['o1'])).toBe(0);
    expect(grade({ kind: 'single', options: given }, ['o0', 'o1'])).toBe(0);
  });

  it('passes at the mark, thirds added up', () => {
    expect(needed(8, 75)).toBe(6);
    expect(needed(5, 75)).toBe(4);
    expect(passes(5.99, 8, 75)).toBe(false);
    expect(passes(1 / 3 + 1 / 3 + 1 / 3 + 5, 8, 75)).toBe(true);
  });
});
