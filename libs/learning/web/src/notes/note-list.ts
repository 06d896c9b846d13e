import { type Note } from '@haven/learning/contract';
import { type Entry } from '@haven/shared/web/outbox';
import { type NoteLetter } from './note-client';

/** A note as its page shows it. `state`: whether the server has this text. */
export type NoteView = Omit<Note, 'lesson' | 'changedAt'> & { readonly state: 'saved' | 'waiting' | 'refused' };

/** What the server holds: its list, and what it has answered since; null is the answer for a deleted note. */
export function heldNotes(listed: readonly Note[], answered: ReadonlyMap<string, Note | null>): Note[] {
  const notes = new Map<string, Note | null>([...listed.map((note) => [note.id, note] as const), ...answered]);
  return [...notes.values()].filter((note) => note !== null);
}

/**
 * The notes of a lesson from everything that knows of them, in the order of their moments: the list of the server, what it has answered
 * since, and over both what waits on this device, of which the newest counts.
 */
export function notesOf(
  listed: readonly Note[],
  answered: ReadonlyMap<string, Note | null>,
  waiting: readonly Entry<NoteLetter>[],
): NoteView[] {
  const views = new Map<string, NoteView>(
    heldNotes(listed, answered).map((note) => [note.id, { ...note, state: 'saved' }]),
  );
  for (const { payload, refused } of waiting) {
    const { id, edit } = payload;
    const { at, text, edits } = edit;
    const before = views.get(id) ?? { id, at, lost: false, twin: null };
    if (text === null) views.delete(id);
    else views.set(id, { ...before, text, edits, state: refused ? 'refused' : 'waiting' });
  }
  return [...views.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}
