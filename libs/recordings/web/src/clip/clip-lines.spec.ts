import { linesIn } from './clip-lines';

const cue = (from: number, to: number) => ({ from, to, speaker: null, text: `${from}` });

describe('the lines of a clip', () => {
  it('are those that are heard in it, whole, and none that only touches it', () => {
    const cues = [cue(0, 10), cue(8, 12.5), cue(12.5, 19), cue(19, 20), cue(20, 24)];
    expect(linesIn(cues, [10, 20]).map(({ from }) => from)).toEqual([8, 12.5, 19]);
    expect(linesIn(cues, [13, 14]).map(({ from }) => from)).toEqual([12.5]);
    expect(linesIn(cues, [30, 40])).toEqual([]);
  });
});
