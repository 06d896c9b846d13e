import fc from 'fast-check';
import { cueAt, cut, search } from './find';

const cue = (from: number, text: string) => ({ from, to: from + 1, speaker: null, text });

describe('cut', () => {
  it('finds without case and accents', () =>
    expect(cut('La Política es política.', 'POLITICA').filter((piece) => piece.hit !== null)).toEqual([
      { text: 'Política', hit: 0 },
      { text: 'política', hit: 1 },
    ]));

  it('keeps the text whole and finds exactly the query', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', maxLength: 3 }), (text, query) => {
        expect(
          cut(text, query)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    ));

  it('finds nothing for an empty query', () => expect(cut('abc', '  ')).toEqual([{ text: 'abc', hit: null }]));
});

describe('search', () => {
  it('numbers the hits through all lines', () => {
    const { lines, hits } = search([cue(0, 'trust and trust'), cue(2, 'no'), cue(4, 'Trust.')], 'trust');
    expect(hits).toBe(3);
    expect(lines.flatMap((line) => line.pieces.flatMap((piece) => piece.hit ?? []))).toEqual([0, 1, 2]);
  });
});

describe('cueAt', () => {
  const cues = [cue(1, 'a'), cue(5, 'b')];
  it.each([
    [0, -1],
    [1, 0],
    [4.9, 0],
    [5, 1],
    [99, 1],
  ])('%d: line %d', (second, line) => expect(cueAt(cues, second)).toBe(line));
});
