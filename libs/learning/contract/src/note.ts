import { Id, Instant, pageOf, words } from '@haven/shared/contract';
import * as z from 'zod';

/**
 * What a text knows of: how many changes of each hand are in it (a version vector). A hand is one go at a note on one page, under a random
 * id. A text follows another if it knows of everything that the other does; two of which neither follows the other were written apart.
 */
export const Edits = z
  .record(Id, z.number().int().min(1).max(1_000_000))
  .refine((edits) => Object.keys(edits).length <= 500, 'too many hands');
export type Edits = z.infer<typeof Edits>;

/** The most characters of a note. */
export const noteLength = 4000;

/**
 * A change of a note, with its whole text: a change that is lost is made up for by the next one, and sending one twice changes nothing.
 * `text` is null where the note is deleted. `at` is the second of the recording's timeline `rev` that it was begun at; it stays.
 */
export const NoteEdit = z
  .strictObject({
    lesson: Id,
    recording: Id,
    rev: z.number().int().min(1).max(100_000),
    at: z.number().int().min(0).max(1_000_000),
    text: words(noteLength)
      .refine((text) => text.trim() !== '', { error: 'There is nothing in it.' })
      .nullable(),
    hand: Id,
    edits: Edits,
  })
  .refine(({ edits, hand }) => hand in edits, { path: ['edits'], message: 'does not know of its own hand' });
export type NoteEdit = z.infer<typeof NoteEdit>;

/**
 * A note as its writer sees it; nobody else ever does. `at` is the second in the recording as the lesson shows it now. `lost`: the moment
 * is not in it any more, and `at` is where it was. `twin`: the note that was changed on two devices at once; this is the other text.
 */
export const Note = z.object({
  id: Id,
  lesson: Id,
  at: z.number().int(),
  lost: z.boolean(),
  text: z.string(),
  edits: Edits,
  twin: Id.nullable(),
  changedAt: Instant,
});
export type Note = z.infer<typeof Note>;
export const Notes = pageOf(Note);
export type Notes = z.infer<typeof Notes>;

/** What became of a change: the note as it is now, null where it is deleted, and the note that its text is in if it was written apart. */
export const NoteKept = z.object({ note: Note.nullable(), copy: Note.nullable() });
export type NoteKept = z.infer<typeof NoteKept>;
