import { QuizRules } from '@haven/assessment/contract';
import fc from 'fast-check';
import { type AttemptRow } from './attempt.entity';
import { deadlineFor, minutesFor, room } from './attempt-rules';

const rules = (change: Partial<QuizRules> = {}) => QuizRules.parse({ passMark: 70, shuffle: true, ...change });
const made = (...submitted: (number | null)[]) =>
  submitted.map((at) => ({ submittedAt: at === null ? null : new Date(at) }) as AttemptRow);

describe('the time for an attempt', () => {
  it('is the limit and the share that somebody is given more, and never less than the limit', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 0, max: 300 }), (timeLimit, extra) => {
        const minutes = minutesFor(rules({ timeLimit }), extra) ?? 0;
        expect(minutes).toBeGreaterThanOrEqual((timeLimit * (100 + extra)) / 100);
        expect(minutes).toBeLessThan((timeLimit * (100 + extra)) / 100 + 1);
        expect(deadlineFor(rules({ timeLimit }), extra, new Date(0))).toEqual(new Date(minutes * 60_000));
      }),
    ));

  it('is without end where there is no limit', () => expect(deadlineFor(rules(), 50, new Date(0))).toBeNull());
});

describe('room for another attempt', () => {
  it('is what is left of those allowed', () => {
    expect(room(rules(), made(1, 2, 3), new Date(9))).toEqual({ left: null, waitUntil: null });
    expect(room(rules({ attempts: 2 }), made(1), new Date(9)).left).toBe(1);
    expect(room(rules({ attempts: 2 }), made(1, 2, 3), new Date(9)).left).toBe(0);
  });

  it('is after the cool-down of the last one that was handed in', () => {
    const waiting = room(rules({ coolDown: 10 }), made(1000, 60_000, null), new Date(61_000));
    expect(waiting.waitUntil).toBe(new Date(660_000).toISOString());
    expect(room(rules({ coolDown: 10 }), made(60_000), new Date(660_000)).waitUntil).toBeNull();
    expect(room(rules({ coolDown: 10 }), made(), new Date(0)).waitUntil).toBeNull();
  });

  it('has nothing to wait for where nothing is left', () =>
    expect(room(rules({ attempts: 1, coolDown: 10 }), made(1), new Date(2))).toEqual({ left: 0, waitUntil: null }));
});
