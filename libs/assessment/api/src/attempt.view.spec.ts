import { type ResponseRow } from './attempt.entity';
import { alsoKept } from './attempt.view';

let at = 0;
const row = (questionId: string, seq: number, answer: string, late = false) =>
  ({ id: `${at++}`, questionId, seq, answer: [answer], late, answeredAt: new Date(at) }) as unknown as ResponseRow;
const kept = (...rows: ResponseRow[]) =>
  alsoKept(rows).map(({ questionId, answer }) => [questionId, ...(answer as string[])]);

describe('what is also kept', () => {
  it('is what another device answered at the same time, and nothing that was only changed', () => {
    expect(kept(row('q', 1, 'a'), row('q', 2, 'b'))).toEqual([]);
    expect(kept(row('q', 1, 'a'), row('q', 1, 'b'))).toEqual([['q', 'a']]);
    expect(kept(row('q', 1, 'a'), row('q', 2, 'c'), row('q', 1, 'b'))).toEqual([
      ['q', 'a'],
      ['q', 'b'],
    ]);
  });

  it('is no answer that counts, none twice, none of another question, and none that came too late', () => {
    expect(kept(row('q', 1, 'a'), row('q', 1, 'a'))).toEqual([]);
    expect(kept(row('q', 1, 'a'), row('q', 1, 'b'), row('q', 2, 'a'))).toEqual([['q', 'b']]);
    expect(kept(row('q', 1, 'a'), row('q', 1, 'b'), row('q', 2, 'b'), row('q', 2, 'a'), row('q', 3, 'c'))).toEqual([
      ['q', 'a'],
      ['q', 'b'],
    ]);
    expect(kept(row('q', 1, 'a'), row('p', 1, 'b'))).toEqual([]);
    expect(kept(row('q', 1, 'b'), row('q', 1, 'a', true))).toEqual([]);
  });
});
