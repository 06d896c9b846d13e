import * as fc from 'fast-check';
import { type CaptionCue } from './document';
import { findInCues, replaceInCues } from './find';
import { speakersOf } from './speakers';

const cues = (...texts: string[]): CaptionCue[] =>
  texts.map((text) => ({ id: '', from: 0, to: 1, speaker: null, text, settings: '' }));
const letters = fc.string({ unit: fc.constantFrom('a', 'A', '$', '👍'), maxLength: 12 });

describe('Find and replace in cues', () => {
  it('replaces as often as the text occurs, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 6 }), letters, letters, (texts, query, replacement) => {
        fc.pre(query !== '');
        const given = cues(...texts);
        const { cues: replaced, count } = replaceInCues(given, query, replacement, { matchCase: true });
        expect(count).toBe(texts.reduce((sum, text) => sum + text.split(query).length - 1, 0));
        expect(replaced.map(({ text }) => text)).toEqual(texts.map((text) => text.split(query).join(replacement)));
      }),
    );
  });

  it('finds in any case what is found in lower case, and replaces as many', () => {
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 6 }), letters, (texts, query) => {
        const hits = findInCues(cues(...texts), query);
        const lower = findInCues(cues(...texts.map((text) => text.toLowerCase())), query.toLowerCase(), {
          matchCase: true,
        });
        expect(hits).toEqual(lower);
        expect(replaceInCues(cues(...texts), query, 'x').count).toBe(hits.length);
      }),
    );
  });

  it('knows where a hit is, and the cases of a language', () => {
    expect(findInCues(cues('Law', 'the LAW, a law'), 'law')).toEqual([
      { index: 0, from: 0, to: 3 },
      { index: 1, from: 4, to: 7 },
      { index: 1, from: 11, to: 14 },
    ]);
    expect(findInCues(cues('İI'), 'i')).toEqual([{ index: 0, from: 1, to: 2 }]);
    expect(findInCues(cues('İI'), 'i', { locale: 'tr' })).toEqual([{ index: 0, from: 0, to: 1 }]);
    expect(findInCues(cues('anything'), '')).toEqual([]);
    // Two of the three overlap; the dot of an İ in lower case is a character of its own, and no hit.
    expect(findInCues(cues('aaa'), 'aa')).toEqual([{ index: 0, from: 0, to: 2 }]);
    expect(findInCues(cues('İ'), '\u0307')).toEqual([]);
  });

  it('leaves cues without a hit as they are', () => {
    const given = cues('one', 'two');
    const { cues: replaced } = replaceInCues(given, 'TWO', '$&');
    expect(replaced[0]).toBe(given[0]);
    expect(replaced[1]?.text).toBe('$&');
  });
});

describe('Speakers', () => {
  it('are named once, in the order in which they speak', () => {
    expect(speakersOf(['Ben', null, 'Ann', 'Ben'].map((speaker) => ({ speaker })))).toEqual(['Ben', 'Ann']);
  });
});
