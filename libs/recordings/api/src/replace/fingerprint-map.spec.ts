import { carryRanges } from '@haven/recordings/contract';
import { seconds } from '@haven/shared/contract';
import fc from 'fast-check';
import { type Heard, mapFingerprints, wordsOf } from './fingerprint-map';

const STEP_S = 1365 / 11025;

/** Sound nobody has heard before: as many random words as `duration` seconds have. */
const heard = (duration: number, seed: number): Heard => {
  const words = new Uint32Array(Math.round(duration / STEP_S));
  let state = seed * 2654435761 + 1;
  for (let at = 0; at < words.length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    words[at] = (state ^ (state >>> 15)) >>> 0;
  }
  return { words, duration };
};
const part = ({ words }: Heard, from: number, to: number): Heard => ({
  words: words.slice(Math.round(from / STEP_S), Math.round(to / STEP_S)),
  duration: to - from,
});
const joined = (...parts: Heard[]): Heard => ({
  words: Uint32Array.from(parts.flatMap(({ words }) => [...words])),
  duration: parts.reduce((sum, { duration }) => sum + duration, 0),
});
/** As another codec would have it: in every word, one bit in eight is another. */
const recoded = ({ words, duration }: Heard): Heard => ({
  words: words.map((word, at) => (at % 3 === 0 ? word : word ^ (0x01010101 << (at % 8)))),
  duration,
});

describe('the map from an old file to a new one', () => {
  const talk = heard(600, 1);

  it('finds a file in itself, whole', () => {
    expect(mapFingerprints(talk, talk)).toEqual([{ from: 0, to: 600, at: 0 }]);
    expect(mapFingerprints(talk, recoded(talk))).toEqual([{ from: 0, to: 600, at: 0 }]);
  });

  it('finds nothing in another file, in silence or in a held tone', () => {
    const silence = { words: new Uint32Array(800).fill(627964279), duration: 99 };
    expect(mapFingerprints(talk, heard(600, 2))).toEqual([]);
    expect(mapFingerprints(silence, silence)).toEqual([]);
    expect(mapFingerprints({ words: new Uint32Array(), duration: 0 }, talk)).toEqual([]);
    expect(mapFingerprints(talk, { words: new Uint32Array(), duration: 0 })).toEqual([]);
  });

  it('finds what comes after a new opening and around a cut', () => {
    const next = joined(heard(20, 3), part(talk, 0, 200), part(talk, 260, 600));
    const [before, after, ...others] = mapFingerprints(talk, recoded(next));
    expect(others).toEqual([]);
    expect(before).toEqual({ from: 0, to: near(200), at: 20 });
    expect(after).toEqual({ from: near(260), to: 600, at: near(220) });
  });

  it('finds stretches in any order, and twice where something is said again', () => {
    const next = joined(part(talk, 300, 600), part(talk, 0, 300));
    expect(mapFingerprints(talk, next)).toEqual([
      { from: 0, to: near(300), at: 300 },
      { from: near(300), to: 600, at: near(0) },
    ]);
  });

  it('finds both sides of an exchanged stretch, one word apart', () => {
    const next = joined(part(talk, 0, 287), heard(45, 4), part(talk, 332, 600));
    expect(mapFingerprints(talk, next)).toEqual([
      { from: 0, to: near(287), at: 0 },
      { from: near(332), to: 600, at: near(332) },
    ]);
  });

  it('credits nobody for what is not in the new file, whatever was cut and put in', () => {
    const cut = fc.record({
      from: fc.integer({ min: 0, max: 500 }),
      length: fc.integer({ min: 30, max: 100 }),
      put: fc.constantFrom(0, 20, 45),
    });
    fc.assert(
      fc.property(cut, fc.integer({ min: 4, max: 999 }), ({ from, length, put }, seed) => {
        const parts = [part(talk, 0, from), heard(put, seed), part(talk, from + length, 600)];
        const next = joined(...parts.filter(({ duration }) => duration > 0));
        const found = mapFingerprints(talk, next);
        const carried = carryRanges([[0, 600]], found);
        const kept = 600 - length;
        // Each of the at most two edges is known within two seconds, and a stretch of under eight is not believed.
        expect(seconds(carried)).toBeLessThanOrEqual(kept + 4);
        expect(seconds(carried)).toBeGreaterThanOrEqual(kept - 12);
        for (const piece of found) {
          expect(piece.at).toBeGreaterThanOrEqual(0);
          expect(piece.at + piece.to - piece.from).toBeLessThanOrEqual(next.duration);
          const expected = piece.from < from - 1 ? piece.from : piece.from - length + put;
          expect(Math.abs(piece.at - expected)).toBeLessThanOrEqual(2);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('reads what Chromaprint wrote', () => {
    expect([...wordsOf(Buffer.from([1, 0, 0, 0, 255, 255, 255, 255, 7]))]).toEqual([1, 4294967295]);
  });
});

/** Within the two seconds in which a boundary is found. */
const near = (second: number) => ({
  asymmetricMatch: (found: unknown) => typeof found === 'number' && Math.abs(found - second) <= 2,
});
