import * as fc from 'fast-check';
import { type CaptionBlock, type CaptionCue, type CaptionDocument, cuesOf, tidyDocument, withCues } from './document';
import { readCaptions } from './read';
import { writeVtt } from './write';

/** Pieces that a caption parser trips over, among whole Unicode. */
const odd = fc.constantFrom(
  ...'&|<|>|-->|-|&amp;|&#58;|<v Ann>|</v>|<c>|<i>|{\\an8}|Ann: hi|Ann Lee|: |+1|ñ|👩🏽‍🏫| words |12|7'.split('|'),
  ...'\n|\n\n|\r\n|\r| |\t|\u00A0|\u200F|\u2028|\u202E|\uFEFF|\0'.split('|'),
  ...'NOTE|NOTE x|STYLE|REGION|WEBVTT|00:01.000|00:00:01,5 --> 00:00:02,500|align:start'.split('|'),
);

/** Text of any kind, often odd. */
const text = fc
  .array(fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 8 })
  .map((pieces) => pieces.join(''));

const time = fc.integer({ min: 0, max: 3_599_999_999 });

const cue: fc.Arbitrary<CaptionCue> = fc.record({
  id: text,
  from: time,
  to: time,
  speaker: fc.option(text),
  text,
  settings: text,
});

const block: fc.Arbitrary<CaptionBlock> = fc.oneof(
  { weight: 3, arbitrary: cue.map((of): CaptionBlock => ({ kind: 'cue', cue: of })) },
  fc.record({ kind: fc.constantFrom('note' as const, 'style' as const, 'region' as const), text }),
);

/** Any document, in its normal form or not. */
const captionDocument: fc.Arbitrary<CaptionDocument> = fc.record({
  header: text,
  blocks: fc.array(block, { maxLength: 8 }),
});

/** Any file: nearly captions more often than not. */
const captionFile = fc
  .tuple(fc.constantFrom('', '\uFEFF', 'WEBVTT', 'WEBVTT\n\n', '\nWEBVTT x\n'), fc.array(text, { maxLength: 12 }))
  .chain(([start, lines]) => fc.constantFrom('\n', '\r\n', '\n\n').map((end) => start + lines.join(end)));

const read = (source: string) => readCaptions(source).document;
const runs = { numRuns: 2000 };

describe('A caption document', () => {
  it('is read as it was written, whatever is in it', () => {
    fc.assert(
      fc.property(captionDocument, (document) => {
        const tidy = tidyDocument(document);
        expect(tidyDocument(tidy)).toEqual(tidy);
        expect(read(writeVtt(document))).toEqual(tidy);
      }),
      runs,
    );
  });

  it('is in its normal form once read, from any file, and is written the same ever after', () => {
    fc.assert(
      fc.property(captionFile, (source) => {
        const document = read(source);
        expect(tidyDocument(document)).toEqual(document);
        const written = writeVtt(document);
        expect(writeVtt(read(written))).toBe(written);
      }),
      runs,
    );
  });

  it('keeps notes, styles and regions where they are when its cues are put back', () => {
    fc.assert(
      fc.property(captionDocument, (document) => {
        expect(withCues(document, cuesOf(document))).toEqual(document);
        const none = withCues(document, []);
        expect(none.blocks).toEqual(document.blocks.filter(({ kind }) => kind !== 'cue'));
      }),
    );
  });

  it('moves a note with its cue, and to the next one in time where its cue is gone', () => {
    const [a, b, c] = [1, 2, 3].map((n): CaptionCue => ({ ...blank, id: `${n}`, from: n, to: n + 1 }));
    const document = read(
      'WEBVTT\n\nSTYLE\n::cue { color: red }\n\n1\n00:01.000 --> 00:02.000\n\nNOTE two\n\n2\n00:02.000 --> 00:03.000\n\nNOTE end',
    );
    const [first, second] = cuesOf(document);
    const order = (cues: (CaptionCue | undefined)[]) =>
      withCues(
        document,
        cues.filter((cue) => cue !== undefined),
      ).blocks.map((block) => (block.kind === 'cue' ? block.cue.id : block.text));
    expect(order([second, first])).toEqual(['::cue { color: red }', 'two', '2', '1', 'end']);
    expect(order([first])).toEqual(['::cue { color: red }', '1', 'two', 'end']);
    const later = [a, b, c].map((cue) => cue && { ...cue, from: cue.from * 1000 });
    expect(order(later)).toEqual(['::cue { color: red }', '1', 'two', '2', '3', 'end']);
  });

  it('says who speaks only where a tag says so: text that looks like a name stays text', () => {
    const text = 'Ann Lee: hello';
    const blocks = [0, 1].map(() => ({ kind: 'cue' as const, cue: { ...blank, to: 5000, text } }));
    const written = writeVtt({ header: '', blocks });
    expect(written).toContain('<c>Ann Lee: hello</c>');
    expect(cuesOf(read(written)).map(({ speaker }) => speaker)).toEqual([null, null]);
  });
});

const blank: CaptionCue = { id: '', from: 0, to: 0, speaker: null, text: '', settings: '' };
