import { type Note } from '@haven/learning/contract';
import { type Entry } from '@haven/shared/web/outbox';
import { type NoteLetter } from './note-client';
import { notesOf } from './note-list';

const note = (id: string, at: number, text: string): Note => ({
  ...{ id, at, text, lesson: 'l', lost: false, edits: { h: 1 }, twin: null, changedAt: '2026-01-01T00:00:00Z' },
});
const waits = (id: string, at: number, text: string | null, refused: string | null = null): Entry<NoteLetter> => {
  const edit = { lesson: 'l', recording: 'r', rev: 1, at, text, hand: 'h', edits: { h: 2 } };
  return { kind: 'note', key: `${id}/h`, payload: { id, edit }, rev: 1, since: 1, refused };
};
const told = (...args: Parameters<typeof notesOf>) => notesOf(...args).map(({ at, text, state }) => [at, text, state]);

describe('notesOf', () => {
  it('takes what was answered over the list, and what waits over both', () =>
    expect(
      told(
        [note('a', 9, 'old'), note('b', 5, 'listed'), note('c', 1, 'deleted since')],
        new Map([
          ['a', note('a', 9, 'answered')],
          ['c', null],
          ['d', note('d', 2, 'new')],
        ]),
        [waits('b', 5, 'typed'), waits('e', 7, 'first words')],
      ),
    ).toEqual([
      [2, 'new', 'saved'],
      [5, 'typed', 'waiting'],
      [7, 'first words', 'waiting'],
      [9, 'answered', 'saved'],
    ]));

  it('leaves out what is deleted on this device, also before the server knows', () =>
    expect(told([note('a', 1, 'x')], new Map(), [waits('a', 1, null)])).toEqual([]));

  it('shows the newest of two hands of one note', () =>
    expect(told([], new Map(), [waits('a', 1, 'older'), waits('a', 1, 'newer')])).toEqual([[1, 'newer', 'waiting']]));

  it('keeps a refused text in sight', () =>
    expect(told([note('a', 1, 'x')], new Map(), [waits('a', 1, 'y', 'invalid')])).toEqual([[1, 'y', 'refused']]));

  it('keeps the place that the server gave a moment, not the one on the old timeline', () =>
    expect(told([note('a', 25, 'x')], new Map(), [waits('a', 20, 'y')])).toEqual([[25, 'y', 'waiting']]));
});
