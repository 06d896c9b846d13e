import fc from 'fast-check';
import {
  type AccessRules,
  type Asker,
  courseAccess,
  isReadable,
  lessonAccess,
  type LessonAccess,
  phaseOf,
  stranger,
} from './access';

const at = (day: number) => `2027-03-${String(day).padStart(2, '0')}T08:00:00.000Z`;
const free: AccessRules = {
  ...{ opens: null, closes: null, prerequisites: [], order: 'free', lessons: ['a', 'b', 'c'] },
  circle: false,
};
const on = (day: number, more: Partial<Asker> = {}): Asker => ({ ...stranger(new Date(at(day))), ...more });
const of = (...names: string[]) => new Set(names);

describe('who may begin a course', () => {
  const window = { ...free, opens: at(3), closes: at(9) };
  const needing = { ...free, prerequisites: ['first', 'second'] };
  it.each<[string, AccessRules, Asker, object]>([
    ['anyone where nothing is said', free, on(1), { state: 'open' }],
    ['nobody before it opens', window, on(2), { state: 'coming', opens: at(3) }],
    ['from the moment on at which it opens', window, on(3), { state: 'open' }],
    ['until the moment at which it closes', window, on(9), { state: 'closed', since: at(9) }],
    ['not those who began, either', window, on(9, { begun: true }), { state: 'closed', since: at(9) }],
    ['whoever writes it, at any time', window, on(20, { author: true }), { state: 'open' }],
    ['nobody new without its prerequisites', needing, on(1), { state: 'needs', courses: ['first', 'second'] }],
    ['whoever lacks one', needing, on(1, { completed: of('first') }), { state: 'needs', courses: ['second'] }],
    ['whoever has all', needing, on(1, { completed: of('first', 'second', 'x') }), { state: 'open' }],
    ['nobody who is not in its groups', { ...free, circle: true }, on(1, { begun: true }), { state: 'hidden' }],
    ['whoever is', { ...free, circle: true }, on(1, { inside: true }), { state: 'open' }],
    ['whoever writes it', { ...free, circle: true }, on(1, { author: true }), { state: 'open' }],
    ['whoever had begun', needing, on(1, { begun: true }), { state: 'open' }],
    ['its time comes first', { ...needing, opens: at(3) }, on(1), { state: 'coming', opens: at(3) }],
    [
      'an end before the beginning is an end',
      { ...free, opens: at(9), closes: at(3) },
      on(4),
      { state: 'closed', since: at(3) },
    ],
  ])('%s', (_, rules, asker, access) => expect(courseAccess(rules, asker)).toEqual(access));
});

describe('who may open a lesson', () => {
  const inOrder = { ...free, order: 'sequential' as const };
  const closed = { ...free, closes: at(2) };
  it.each<[string, AccessRules, Asker, string, object]>([
    ['any, in any order', free, on(1), 'c', { state: 'open' }],
    ['the first one, in order', inOrder, on(1), 'a', { state: 'open' }],
    ['none before those before it are complete', inOrder, on(1), 'c', { state: 'locked', by: 'a' }],
    ['the first open one is named', inOrder, on(1, { done: of('a') }), 'c', { state: 'locked', by: 'b' }],
    ['the next one', inOrder, on(1, { done: of('a') }), 'b', { state: 'open' }],
    ['what is complete, wherever it stands now', inOrder, on(1, { done: of('c') }), 'c', { state: 'open' }],
    ['what is under way', inOrder, on(1, { underWay: of('b') }), 'b', { state: 'open' }],
    ['nothing once it is closed', closed, on(3, { begun: true }), 'a', { state: 'closed', since: at(2) }],
    ['but what is complete', closed, on(3, { begun: true, done: of('a') }), 'a', { state: 'kept' }],
    [
      'nothing for those outside, not even what is complete',
      { ...free, circle: true },
      on(1, { done: of('a') }),
      'a',
      { state: 'hidden' },
    ],
    ['and what is under way', closed, on(3, { begun: true, underWay: of('b') }), 'b', { state: 'kept' }],
    [
      'all, for whoever writes it',
      { ...closed, ...inOrder, closes: at(2) },
      on(3, { author: true }),
      'c',
      { state: 'open' },
    ],
  ])('%s', (_, rules, asker, lesson, access) => expect(lessonAccess(rules, asker, lesson)).toEqual(access));
});

describe('access', () => {
  const days = fc.integer({ min: 1, max: 20 });
  const some = (...all: string[]) => fc.subarray(all).map((list) => new Set(list));
  const rules: fc.Arbitrary<AccessRules> = fc.record({
    opens: fc.option(days.map(at)),
    closes: fc.option(days.map(at)),
    prerequisites: fc.subarray(['x', 'y']),
    order: fc.constantFrom('free' as const, 'sequential' as const),
    lessons: fc.constant(['a', 'b', 'c']),
    circle: fc.boolean(),
  });
  const asker: fc.Arbitrary<Asker> = fc.record({
    now: days.map((day) => new Date(at(day))),
    ...{ author: fc.boolean(), inside: fc.boolean(), begun: fc.boolean() },
    ...{ completed: some('x', 'y'), done: some('a', 'b', 'c'), underWay: some('a', 'b', 'c') },
  });
  const lesson = fc.constantFrom('a', 'b', 'c');
  const width = ({ state }: LessonAccess) => (state === 'open' ? 2 : state === 'kept' ? 1 : 0);
  const later = (a: string | null, b: string) => (a === null || a < b ? b : a);
  const earlier = (a: string | null, b: string) => (a === null || a > b ? b : a);
  /** The same rules with one constraint more, or a tighter one. */
  const tighter = (given: AccessRules, kind: number, day: string): AccessRules =>
    [
      { ...given, opens: later(given.opens, day) },
      { ...given, closes: earlier(given.closes, day) },
      { ...given, prerequisites: [...given.prerequisites, 'z'] },
      { ...given, order: 'sequential' as const },
      { ...given, circle: true },
    ][kind] ?? given;

  it('never widens by a constraint more, for a course nor for a lesson', () =>
    fc.assert(
      fc.property(rules, asker, lesson, fc.nat(4), days.map(at), (given, who, one, kind, day) => {
        const more = tighter(given, kind, day);
        expect(width(lessonAccess(more, who, one))).toBeLessThanOrEqual(width(lessonAccess(given, who, one)));
        expect(width(courseAccess(more, who))).toBeLessThanOrEqual(width(courseAccess(given, who)));
      }),
    ));

  it('never narrows by what somebody does, nor is it wider for a stranger than for anyone else', () =>
    fc.assert(
      fc.property(rules, asker, lesson, lesson, (given, who, one, other) => {
        const before = width(lessonAccess(given, who, one));
        const after = { ...who, begun: true, done: new Set([...who.done, other]) };
        expect(width(lessonAccess(given, after, one))).toBeGreaterThanOrEqual(before);
        expect(width(lessonAccess(given, stranger(who.now), one))).toBeLessThanOrEqual(before);
      }),
    ));

  it('takes new work in a lesson only where the course takes it, and lets everybody read what they completed', () =>
    fc.assert(
      fc.property(rules, asker, lesson, (given, who, one) => {
        if (lessonAccess(given, who, one).state === 'open') expect(courseAccess(given, who).state).toBe('open');
        const found = courseAccess(given, who).state !== 'hidden';
        if (who.done.has(one) && found) expect(isReadable(lessonAccess(given, who, one))).toBe(true);
        if (phaseOf(given, who.now) !== 'open' && !who.author) expect(courseAccess(given, who).state).not.toBe('open');
      }),
    ));
});
