import * as fc from 'fast-check';
import { type Answer } from '../answer';
import { compare, type Fraction, fraction, NONE, sum, times } from '../fraction';
import { balance as blanksBalance } from './blanks/rules';
import { balance as choiceBalance, gradeOne, gradeSome } from './choice';
import { balance as matchingBalance } from './matching/rules';
import { tau } from './ordering/rules';
import { samples } from './testing/samples';

/** Every way to take `size` of `things`. */
function subsets<T>(things: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return things.flatMap((thing, at) => subsets(things.slice(at + 1), size - 1).map((rest) => [thing, ...rest]));
}
const orders = <T>(things: readonly T[]): T[][] =>
  things.length === 0
    ? [[]]
    : things.flatMap((thing, at) => orders(things.toSpliced(at, 1)).map((rest) => [thing, ...rest]));
/** Every way to give each field one of its values. */
const fillings = (fields: readonly (readonly [string, readonly string[]])[]): Answer[] =>
  fields.reduce<Record<string, string>[]>(
    (all, [field, values]) => all.flatMap((one) => values.map((value) => ({ ...one, [field]: value }))),
    [{}],
  );
const mean = (all: readonly Fraction[]) => times(sum(all), fraction(1, all.length));
const few = { numRuns: 40 };

describe('whoever answers without looking', () => {
  it('balances at exactly nothing in a multiple choice, however many options are taken', () =>
    fc.assert(
      fc.property(samples.multiple.content, ({ options }) => {
        if (options.every(({ correct }) => correct)) return;
        for (let size = 0; size <= options.length; size++) {
          const guesses = subsets(
            options.map(({ id }) => id),
            size,
          );
          expect(mean(guesses.map((guess) => choiceBalance(options, guess)))).toEqual(NONE);
          expect(compare(mean(guesses.map((guess) => gradeSome(options, guess))), fraction(1, 2))).not.toBe(1);
        }
      }),
      few,
    ));

  it('balances at exactly nothing over all orders', () =>
    fc.assert(
      fc.property(samples.ordering.content, ({ items }) => {
        const right = items.slice(0, 5).map(({ id }) => id);
        expect(mean(orders(right).map((guess) => tau(right, guess)))).toEqual(NONE);
      }),
      few,
    ));

  it('balances at exactly nothing over all ways to match', () =>
    fc.assert(
      fc.property(samples.matching.content, ({ rows, targets }) => {
        const some = rows.slice(0, 3);
        const guesses = fillings(some.map(({ id }) => [id, targets.map((target) => target.id)] as const));
        expect(mean(guesses.map((guess) => matchingBalance({ rows: some, targets }, guess)))).toEqual(NONE);
      }),
      few,
    ));

  it('balances at exactly nothing over all that blanks offer', () =>
    fc.assert(
      fc.property(samples.blanks.content, ({ blanks }) => {
        const some = blanks.flatMap((blank) => (blank.kind === 'choose' ? [blank] : [])).slice(0, 3);
        if (some.length === 0) return;
        const guesses = fillings(some.map(({ id, options }) => [id, options.map((option) => option.id)] as const));
        expect(mean(guesses.map((guess) => blanksBalance(some, guess)))).toEqual(NONE);
      }),
      few,
    ));

  it('has one chance in as many as there are options where one is right: the pass mark stands above it', () =>
    fc.assert(
      fc.property(samples.single.content, ({ options }) =>
        expect(mean(options.map(({ id }) => gradeOne(options, [id])))).toEqual(fraction(1, options.length)),
      ),
    ));
});

describe('partial credit', () => {
  it('falls with every wrong option added', () =>
    fc.assert(
      fc.property(samples.multiple.content, ({ options }) => {
        const key = options.filter(({ correct }) => correct).map(({ id }) => id);
        const wrong = options.filter(({ correct }) => !correct).map(({ id }) => id);
        const credits = [0, ...wrong.map((_, at) => at + 1)].map((n) =>
          gradeSome(options, [...key, ...wrong.slice(0, n)]),
        );
        credits.slice(1).forEach((credit, at) => expect(compare(credit, credits[at] ?? NONE)).toBe(-1));
        if (wrong.length > 0) expect(credits.at(-1)).toEqual(NONE);
      }),
    ));

  it('falls with every neighbour exchanged in an order', () => {
    expect(tau(['a', 'b', 'c', 'd'], ['b', 'a', 'c', 'd'])).toEqual(fraction(2, 3));
    expect(tau(['a', 'b', 'c', 'd'], ['d', 'c', 'b', 'a'])).toEqual(fraction(-1));
  });

  it('takes 1/(k−1) back for a wrong match, and nothing for one left open', () => {
    const rows = ['p', 'q'].map((id) => ({ id, text: { en: id }, target: 'x' }));
    const targets = ['x', 'y', 'z'].map((id) => ({ id, text: { en: id } }));
    expect(matchingBalance({ rows, targets }, { p: 'x' })).toEqual(fraction(1, 2));
    expect(matchingBalance({ rows, targets }, { p: 'x', q: 'y' })).toEqual(fraction(1, 4));
  });
});
