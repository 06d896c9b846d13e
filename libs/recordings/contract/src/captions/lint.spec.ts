import { type CaptionCue } from './document';
import { lintCues, readingSpeed } from './lint';

const cue = (from: number, to: number, text: string): CaptionCue => ({
  ...{ id: '', speaker: null, settings: '' },
  ...{ from, to, text },
});
const codes = (cues: CaptionCue[], options = {}) =>
  lintCues(cues, options).map(({ index, code }) => `${index} ${code}`);

describe('Lint of cues', () => {
  it('counts characters per second as people see them', () => {
    expect(readingSpeed(cue(0, 2000, 'ab\ncd 👍'))).toBe(3.5);
    expect(readingSpeed(cue(0, 0, ''))).toBe(0);
    expect(readingSpeed(cue(5, 5, 'x'))).toBe(Infinity);
  });

  it('knows the reading speed of each language', () => {
    const [slow, fast] = [cue(0, 1000, 'x'.repeat(17)), cue(1000, 2000, 'x'.repeat(20))];
    expect(codes([slow, fast])).toEqual([]);
    expect(codes([slow, fast], { locale: 'es' })).toEqual(['1 too-fast']);
    expect(codes([cue(0, 999, 'x'.repeat(20))])).toEqual(['0 too-fast']);
  });

  it('measures lines', () => {
    expect(codes([cue(0, 9000, `${'x'.repeat(42)}\n${'y'.repeat(42)}`)])).toEqual([]);
    expect(codes([cue(0, 9000, `${'x'.repeat(43)}\na\nb`)])).toEqual(['0 long-line', '0 many-lines']);
  });

  it('knows the end of the recording, and leaves the rest of its last second', () => {
    expect(codes([cue(0, 10_999, 'x')], { duration: 10 })).toEqual([]);
    expect(codes([cue(0, 11_001, 'x')], { duration: 10 })).toEqual(['0 past-end']);
  });

  it('finds an overlap with any cue before', () => {
    expect(codes([cue(0, 9000, 'x'), cue(1000, 2000, 'y'), cue(3000, 4000, 'z')])).toEqual(['1 overlap', '2 overlap']);
    expect(codes([cue(0, 1000, 'x'), cue(1000, 2000, 'y')])).toEqual([]);
  });
});
