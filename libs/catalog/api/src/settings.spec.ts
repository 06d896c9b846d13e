import { type CourseSettings, type SettingsNow } from '@haven/catalog/contract';
import { contentHash, Refusal } from '@haven/shared/api';
import fc from 'fast-check';
import { CourseContent } from './content';
import { settled, settingsOf, unusualOf, withUsual } from './settings';

const words = {
  ...{ topic: 'cities', title: { en: 'A course' }, summary: { en: '' }, languages: ['en', 'es'], modules: [] },
} as const;
const old = CourseContent.parse({ ...words, outcomes: { en: ['See'] }, reviewedOn: '2026-03-01' });

const instant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const settings: fc.Arbitrary<CourseSettings> = fc.record({
  outcomes: fc.record({ en: fc.array(fc.constantFrom('See', 'Say', 'Do'), { maxLength: 3 }) }),
  reviewedOn: fc.constantFrom('2025-01-01', '2026-03-01'),
  certificate: fc.boolean(),
  order: fc.constantFrom('free' as const, 'sequential' as const),
  prerequisites: fc.uniqueArray(fc.constantFrom('one', 'two', 'three'), { maxLength: 3 }),
  opens: fc.option(instant),
  closes: fc.option(instant),
  visibility: fc.constantFrom('public' as const, 'link' as const, 'groups' as const),
  groups: fc.subarray([{ id: 'b3a8b5a6-0d0c-4c53-9f0e-0d2f5d5cf001', name: 'Group' }]),
  cover: fc.option(fc.constant({ picture: 'a'.repeat(64), width: 100, height: 50, alt: { en: 'A harbour' } })),
});
const same = (a: unknown, b: unknown) => contentHash(a) === contentHash(b);
const keys = Object.keys(settingsOf(old)) as (keyof SettingsNow)[];

describe('the settings of a course', () => {
  it('are the usual ones in content of older days, which stays the same content', () => {
    expect(settingsOf(old)).toEqual({
      ...{ outcomes: { en: ['See'] }, reviewedOn: '2026-03-01', certificate: false, order: 'free', prerequisites: [] },
      ...{ opens: null, closes: null, visibility: 'public', groups: [], cover: null },
    });
    expect(contentHash(settled(old, settingsOf(old), settingsOf(old)))).toBe(contentHash(old));
  });

  it('are kept as they were set, and leave no trace when they are set back', () =>
    fc.assert(
      fc.property(settings, (next) => {
        const set = CourseContent.parse(settled(old, settingsOf(old), next));
        expect(settingsOf(set)).toEqual(next);
        expect(withUsual(unusualOf(next))).toEqual(withUsual(set));
        expect(contentHash(settled(set, next, settingsOf(old)))).toBe(contentHash(old));
      }),
    ));

  it('of two people who change different ones both happen; of the same one the first', () =>
    fc.assert(
      fc.property(settings, settings, settings, (was, mine, theirs) => {
        const start = settled(old, settingsOf(old), was);
        const now = settled(start, was, theirs);
        const both = keys.filter((key) => !same(was[key], mine[key]) && !same(was[key], theirs[key]));
        if (both.some((key) => !same(mine[key], theirs[key])))
          return expect(() => settled(now, was, mine)).toThrow(Refusal);
        const merged = settingsOf(settled(now, was, mine));
        for (const key of keys) expect(merged[key]).toEqual(same(was[key], mine[key]) ? theirs[key] : mine[key]);
      }),
    ));
});
