import { type Cue } from '@haven/recordings/contract';
import fc from 'fast-check';
import { alongside } from './alongside';

const cue = (from: number, to: number, text: string): Cue => ({ from, to, speaker: null, text });

const track = (name: string) =>
  fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 30 }).map((lengths) => {
    let at = 0;
    return lengths.map((length, i) => cue(at, (at += length), `${name}${i}`));
  });

describe('alongside', () => {
  it('leaves nothing out, says nothing twice and keeps the order', () =>
    fc.assert(
      fc.property(track('a'), track('b'), (lines, other) => {
        const beside = alongside(lines, other);
        expect(beside).toHaveLength(lines.length);
        expect(beside.filter(Boolean).join(' ')).toBe(other.map(({ text }) => text).join(' '));
      }),
    ));

  it('puts a cue beside the line in which its middle falls', () =>
    expect(alongside([cue(2, 5, 'one'), cue(5, 9, 'two')], [cue(0, 1, 'a'), cue(4, 5.5, 'b'), cue(4, 7, 'c')])).toEqual(
      ['a b', 'c'],
    ));
});
