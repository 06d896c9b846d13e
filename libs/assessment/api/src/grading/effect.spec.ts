import { fraction } from '@haven/assessment/contract';
import { effectOf, type Look } from './effect';

const outcome = (credit: number) => ({ credit: fraction(credit), passed: credit >= 6 });
const look = (person: string, now: number, key: number, asked = true): Look => ({
  ...{ person, asked, now: outcome(now) },
  ...{ kept: outcome(Math.max(now, key)), lowered: outcome(key) },
});
const crowd = Array.from({ length: 10 }, (_, n) => look(`p${n}`, 3, 3));

describe('what a corrected key changes', () => {
  it('is told in attempts and in people', () => {
    const looks = [...crowd, look('up', 5, 6), look('down', 6, 5), look('other', 5, 6, false)];
    expect(effectOf(looks).counts).toEqual({ attempts: 12, up: 1, down: 1, pass: 2, fail: 1 });
  });

  it('counts nobody as passing who passed before, nor as failing who passed in another attempt', () => {
    const looks = [...crowd, look('one', 7, 7), look('one', 5, 6), look('two', 6, 5), look('two', 8, 8)];
    expect(effectOf(looks).counts).toMatchObject({ up: 1, down: 1, pass: 0, fail: 0 });
  });

  it('is not told of fewer than ten people, however many attempts they made; of nobody it is', () => {
    const few = crowd.slice(0, 9);
    expect(effectOf([...few, ...few])).toEqual({ few: true, counts: null });
    expect(effectOf([...few, look('other', 1, 1, false)])).toEqual({ few: true, counts: null });
    expect(effectOf([])).toEqual({ few: false, counts: { attempts: 0, up: 0, down: 0, pass: 0, fail: 0 } });
  });
});
