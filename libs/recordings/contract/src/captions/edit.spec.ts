import * as fc from 'fast-check';
import { type CaptionCue, lastMoment } from './document';
import { insertCue, lineUp, mergeCues, removeCue, retime, shiftAll, splitCue } from './edit';

/** A cue as an editor meets it: in its normal form, starting before it ends. */
const goodCue: fc.Arbitrary<CaptionCue> = fc.record({
  id: fc.constantFrom('', '1', 'intro'),
  from: fc.nat(3_000_000),
  to: fc.integer({ min: 3_000_002, max: 6_000_000 }),
  speaker: fc.constantFrom(null, 'Ann', 'Ben'),
  text: fc
    .array(fc.constantFrom('word', 'two', '👩🏽‍🏫', 'a', 'Ñandú', 'النص'), { minLength: 1, maxLength: 12 })
    .map((words) => words.join(' ')),
  settings: fc.constantFrom('', 'align:start'),
});

const base: CaptionCue = { id: '7', from: 1000, to: 5000, speaker: 'Ann', text: 'one two three', settings: '' };
const cues = fc.array(goodCue, { maxLength: 12 });
const plain = (text: string) => text.replace(/\s+/g, ' ');

describe('Editing cues', () => {
  it('split and merged again, a cue has its text, times and speaker', () => {
    fc.assert(
      fc.property(goodCue, fc.nat(100), fc.option(fc.nat(7_000_000), { nil: undefined }), (cue, word, at) => {
        const blanks = [...cue.text.matchAll(/ /g)].map(({ index }) => index);
        const [first, second] = splitCue(cue, blanks[word % blanks.length] ?? 0, at);
        expect([first.from < first.to, first.to === second.from, second.from < second.to]).toEqual([true, true, true]);
        const merged = mergeCues(first, second);
        expect({ ...merged, text: plain(merged.text) }).toEqual(cue);
      }),
    );
  });

  it('splits anywhere without losing or halving a character', () => {
    fc.assert(
      fc.property(goodCue, fc.integer({ min: -5, max: 200 }), (cue, caret) => {
        const parts = splitCue(cue, caret).map(({ text }) => text);
        expect(parts.every((text) => text.isWellFormed())).toBe(true);
        expect(parts.join('').replaceAll(' ', '')).toBe(cue.text.replaceAll(' ', ''));
      }),
    );
  });

  it('divides the time like the text, or where told', () => {
    expect(splitCue({ ...base, text: 'ab cdefg' }, 2)).toEqual([
      { ...base, to: 2000, text: 'ab' },
      { ...base, id: '', from: 2000, text: 'cdefg' },
    ]);
    expect(splitCue(base, 3, 4000)[1].from).toBe(4000);
    expect(splitCue({ ...base, to: 1000 }, 3)[0].to).toBe(1000);
  });

  it('merges in one line where it fits, and names a second speaker', () => {
    const long = 'a line of just about thirty words';
    expect(mergeCues(base, { ...base, text: 'four' }).text).toBe('one two three four');
    expect(mergeCues(base, { ...base, text: long }).text).toBe(`one two three\n${long}`);
    expect(mergeCues(base, { ...base, speaker: 'Ben', text: 'No.' })).toMatchObject({
      speaker: 'Ann',
      text: 'one two three\nBen: No.',
    });
  });

  it('shifts and shifts back, where nothing stops it', () => {
    fc.assert(
      fc.property(cues, fc.integer({ min: -500_000, max: 500_000 }), fc.nat(3_000_000), (given, by, from) => {
        const [stay, move] = [given.filter((cue) => cue.from < from), given.filter((cue) => cue.from >= from)];
        const fixed = Math.max(-1, ...stay.map((cue) => cue.from));
        const first = Math.min(...move.map((cue) => cue.from)) + by;
        fc.pre(move.length > 0 && first > fixed);
        const shifted = shiftAll(given, by, from);
        expect(lineUp(shifted)).toEqual(
          lineUp([...stay, ...move.map((c) => ({ ...c, from: c.from + by, to: c.to + by }))]),
        );
        expect(shiftAll(shifted, -by, first)).toEqual(given);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps order, lengths and bounds, however far it shifts', () => {
    fc.assert(
      fc.property(cues, fc.integer({ min: -9e9, max: 9e9 }), fc.nat(3_000_000), (given, by, from) => {
        const sorted = lineUp(given);
        const shifted = shiftAll(sorted, by, from);
        expect(lineUp(shifted)).toEqual(shifted);
        expect(shifted.map((cue) => cue.to - cue.from)).toEqual(sorted.map((cue) => cue.to - cue.from));
        for (const cue of shifted) expect(cue.from >= 0 && cue.to <= lastMoment).toBe(true);
        for (const [at, cue] of sorted.entries()) if (cue.from < from) expect(shifted[at]).toBe(cue);
      }),
    );
  });

  it('puts a cue in where its time is, and takes it out again', () => {
    fc.assert(
      fc.property(cues, goodCue, (given, cue) => {
        const sorted = lineUp(given);
        const more = insertCue(sorted, cue);
        expect(lineUp(more)).toEqual(more);
        expect(removeCue(more, more.indexOf(cue))).toEqual(sorted);
      }),
    );
  });

  it('gives one cue other times and leaves what it was given alone', () => {
    const given = Object.freeze([Object.freeze(base), Object.freeze({ ...base, id: '8' })]);
    expect(retime(given, 1, { to: 9000 })).toEqual([base, { ...base, id: '8', to: 9000 }]);
    expect(given[1]?.to).toBe(5000);
  });
});
