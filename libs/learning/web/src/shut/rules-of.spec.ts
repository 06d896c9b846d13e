import { phaseOf } from '@haven/catalog/contract/plain';
import fc from 'fast-check';
import { momentIn, rulesOf } from './rules-of';

const part = { id: 'm', slug: 'm', title: { en: 'M' } };
const lesson = (slug: string) => ({
  ...{ id: slug, slug, kind: 'reading' as const, title: { en: slug }, summary: { en: '' }, minutes: 1 },
});

describe('the rules of a course on a device', () => {
  it('bound nothing where a pack of older days says nothing', () => {
    expect(rulesOf({ modules: [{ ...part, lessons: [lesson('a'), lesson('b')] }] })).toEqual({
      ...{ opens: null, closes: null, prerequisites: [], order: 'free', circle: false, lessons: ['a', 'b'] },
    });
  });

  const instant = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString());

  it('are asked at a moment that agrees with the server, whatever the clock of the device says', () =>
    fc.assert(
      fc.property(fc.option(instant), fc.option(instant), instant, (opens, closes, now) => {
        const rules = { ...rulesOf({ modules: [] }), opens, closes };
        const phase = phaseOf(rules, new Date(now));
        expect(phaseOf(rules, momentIn(phase, rules))).toBe(phase);
      }),
    ));
});
