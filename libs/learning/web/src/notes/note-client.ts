import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Service, signal } from '@angular/core';
import { type Note, type NoteEdit, type NoteKept, type Notes } from '@haven/learning/contract';
import { clock } from '@haven/recordings/web';
import { type Entry, Outbox } from '@haven/shared/web';

/** A change of a note on its way. */
export interface NoteLetter {
  id: string;
  edit: NoteEdit;
}

/** That a change was written apart from what another device wrote: its text is in `copy` now. */
export interface Split {
  hand: string;
  copy: Note;
}

/** The HTTP face of notes. Each hand has an entry of its own in the outbox, so that two tabs never replace each other's text. */
@Service()
export class NoteClient {
  private readonly outbox = inject(Outbox);
  private readonly answers = signal<ReadonlyMap<string, Note | null>>(new Map());

  /** What the server has answered for each note since its list was last asked for; null for one that is deleted. */
  readonly answered = this.answers.asReadonly();
  readonly split = signal<Split | null>(null);

  constructor() {
    this.outbox.register<NoteLetter>({
      kind: 'note',
      most: 1,
      mirror: false,
      wait: 800,
      describe: ({ edit }) => ({
        key: edit.text === null ? 'learning.unsaved.noteGone' : 'learning.unsaved.note',
        params: { time: clock(edit.at) },
      }),
      request: ([entry]) => ({ url: `/api/notes/${entry?.payload.id}`, body: entry?.payload.edit, method: 'PUT' }),
      saved: (answer, entries) => this.accept(answer as NoteKept, entries),
    });
  }

  notes(lesson: () => string | undefined): HttpResourceRef<Notes | undefined> {
    return httpResource<Notes>(() => {
      const id = lesson();
      return id ? `/api/lessons/${id}/notes` : undefined;
    });
  }

  /** Keeps a change on the device and sends it. One of the same hand that still waits is replaced. */
  keep(letter: NoteLetter): void {
    this.outbox.put('note', `${letter.id}/${letter.edit.hand}`, letter);
  }

  /** The changes in a lesson that the server has not answered yet, oldest first. */
  waiting(lesson: string): Entry<NoteLetter>[] {
    return this.outbox
      .waiting<NoteLetter>('note')
      .filter((entry) => entry.payload.edit.lesson === lesson)
      .sort((a, b) => a.rev - b.rev);
  }

  /** Before a list is asked for: what was answered until now will be in it. */
  forgetAnswers(): void {
    this.answers.set(new Map());
  }

  private accept({ note, copy }: NoteKept, entries: readonly Entry<NoteLetter>[]): string[] {
    for (const { payload } of entries) {
      this.answers.update((known) => {
        const answers = new Map(known).set(payload.id, note);
        return copy ? answers.set(copy.id, copy) : answers;
      });
      if (copy) this.split.set({ hand: payload.edit.hand, copy });
    }
    return entries.map((entry) => entry.key);
  }
}
