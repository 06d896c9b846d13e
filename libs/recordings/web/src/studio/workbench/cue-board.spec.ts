import { readCaptions, cuesOf } from '@haven/recordings/contract';
import fc from 'fast-check';
import { besides, CueBoard } from './cue-board';

const vtt = `WEBVTT

NOTE kept

00:00:01.000 --> 00:00:03.000
One two

00:00:04.000 --> 00:00:06.000
<v Ana>three

00:00:08.000 --> 00:00:09.000
four
`;

const open = () => {
  const board = new CueBoard();
  board.open(vtt);
  return board;
};
const texts = (board: CueBoard) => board.cues().map(({ text }) => text);

describe('captions while they are worked on', () => {
  it('are saved as they were read, notes and all', () => {
    expect(open().vtt()).toBe(vtt);
  });

  it('are split where the caret is, merged, removed and put in, and every step is taken back', () => {
    const board = open();
    board.split(0, 4);
    expect([texts(board), board.active()]).toEqual([['One', 'two', 'three', 'four'], 1]);
    board.merge(1);
    expect(texts(board)).toEqual(['One', 'two three', 'four']);
    board.remove(2);
    board.add(6500);
    expect(board.cues().at(-1)).toMatchObject({ from: 6500, to: 9000, text: '' });
    for (let step = 0; step < 4; step++) board.undo();
    expect([board.vtt(), board.canUndo()]).toEqual([vtt, false]);
  });

  it('take back in one what was typed in one go', () => {
    const board = open();
    for (const text of ['O', 'On', 'Once']) board.write(0, { text });
    board.write(1, { text: 'three!' });
    board.undo();
    expect(texts(board)).toEqual(['Once', 'three', 'four']);
    board.undo();
    expect(board.vtt()).toBe(vtt);
  });

  it('take the place of their time once they are left', () => {
    const board = open();
    board.activate(0);
    board.retime(0, { from: 10_000, to: 12_000 });
    expect(texts(board)[0]).toBe('One two');
    board.activate(0);
    expect([texts(board), board.active()]).toEqual([['three', 'four', 'One two'], 2]);
  });

  it('a new one does not run into the next', () => {
    const board = open();
    board.add(3500);
    expect(board.cues()[1]).toMatchObject({ from: 3500, to: 4000 });
  });

  it('all move together, and words are replaced everywhere', () => {
    const board = open();
    board.shift(500, 4000);
    expect(board.cues().map(({ from }) => from)).toEqual([1000, 4500, 8500]);
    expect([board.replace('E', 'x', 'en'), texts(board)]).toEqual([3, ['Onx two', 'thrxx', 'four']]);
    expect(board.replace('nowhere', 'x', 'en')).toBe(0);
  });

  it('come back as they were after any steps, once all are taken back', () => {
    const step = fc.record({
      what: fc.constantFrom('split', 'merge', 'remove', 'add', 'shift'),
      at: fc.nat(5),
      n: fc.nat(9000),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const board = open();
        for (const { what, at, n } of steps) {
          if (what === 'split') board.split(at, n % 7);
          else if (what === 'merge') board.merge(at);
          else if (what === 'remove') board.remove(at);
          else if (what === 'add') board.add(n);
          else board.shift(n - 4500);
          expect(cuesOf(readCaptions(board.vtt()).document)).toHaveLength(board.cues().length);
        }
        while (board.canUndo()) board.undo();
        expect(board.vtt()).toBe(vtt);
      }),
    );
  });

  it('stand beside those of another language by their times', () => {
    const spanish = new CueBoard();
    spanish.open(vtt);
    spanish.merge(0);
    expect(besides(spanish.cues(), open().cues())).toEqual(['One two\nthree', 'four']);
  });

  it('begin a translation with the times and without the words', () => {
    const board = new CueBoard();
    board.open('WEBVTT\n');
    board.take(open().cues());
    expect(board.cues().map(({ from, text, speaker }) => [from, text, speaker])).toEqual([
      [1000, '', null],
      [4000, '', 'Ana'],
      [8000, '', null],
    ]);
  });
});
