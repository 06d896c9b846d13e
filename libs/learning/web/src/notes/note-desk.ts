import {
  computed,
  DestroyRef,
  effect,
  inject,
  Injectable,
  linkedSignal,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { type LessonDetail } from '@haven/catalog/contract';
import { type Note } from '@haven/learning/contract';
import { Announcer } from '@haven/shared/ui';
import { I18n, problemOf, readAgain, Shelf } from '@haven/shared/web';
import { v7 } from 'uuid';
import { CourseStudy } from '../course/course-study';
import { NoteClient } from './note-client';
import { heldNotes, type NoteView, notesOf } from './note-list';

/** The note that is being written: its text is in the page's text field, and nothing that arrives changes it there. */
export interface Draft {
  readonly id: string;
  readonly hand: string;
  readonly at: number;
  /** What it said when it was opened; null for a new one. */
  readonly before: string | null;
  /** What the text knew of when it was opened, and how often this hand has changed it since. */
  readonly edits: Note['edits'];
  readonly count: number;
}

/** The notes of one lesson on this page, and the one that is being written. Provided by the lesson's notes. */
@Injectable()
export class NoteDesk {
  private readonly client = inject(NoteClient);
  private readonly study = inject(CourseStudy);
  private readonly announcer = inject(Announcer);
  private readonly i18n = inject(I18n);
  /** The notes of each lesson as the server last told them, to be read without a line. */
  private readonly shelf = new Shelf<readonly Note[]>('haven-notes', 'lists');

  readonly lesson = signal<LessonDetail | undefined>(undefined);
  private readonly id = computed(() => this.lesson()?.id);
  // Before the course is begun there is nobody whose notes could be asked for.
  private readonly listed = this.client.notes(() => (this.study.progress() ? this.id() : undefined));
  private readonly shelved = resource({ params: this.id, loader: ({ params }) => this.shelf.get(params) });
  private readonly waiting = computed(() => this.client.waiting(this.id() ?? ''));
  /** Whether the server has said that these are not this person's notes to see: then what lies on the device is not either. */
  private readonly barred = computed(() =>
    ['not-found', 'not-signed-in'].includes(problemOf(this.listed.error())?.code ?? ''),
  );

  readonly draft = linkedSignal<string | undefined, Draft | null>({ source: this.id, computation: () => null });
  readonly loading = computed(() => this.listed.isLoading());
  /** Whether the notes are those that this device knew before, because the server cannot be reached. */
  readonly stale = computed(() => !this.listed.hasValue() && !this.loading() && !this.barred());
  readonly all = computed<NoteView[]>(() => {
    const told = this.listed.hasValue() ? this.listed.value().items : undefined;
    const shelved = this.shelved.hasValue() && !this.barred() ? this.shelved.value() : undefined;
    return notesOf(told ?? shelved ?? [], this.answered(), this.waiting());
  });
  private readonly answered = computed(
    () => new Map([...this.client.answered()].filter(([, note]) => !note || note.lesson === this.id())),
  );

  constructor() {
    effect(() => this.shelve());
    effect(() => this.follow());
    const online = () => this.stale() && this.reload();
    addEventListener('online', online);
    inject(DestroyRef).onDestroy(() => removeEventListener('online', online));
    let before = new Set<string>();
    effect(() => {
      const ids = new Set(this.waiting().map((entry) => entry.payload.id));
      // Another tab has sent it, and heard the answer in our place.
      const unheard = [...before].some((id) => !ids.has(id) && !untracked(this.answered).has(id));
      before = ids;
      if (unheard) untracked(() => this.reload());
    });
  }

  reload(): void {
    this.client.forgetAnswers();
    readAgain(this.listed);
  }

  /** Begins a note at second `at`. */
  begin(at: number): void {
    // By time, so that notes of the same second stand in the order in which they were written.
    const [id, hand] = [v7(), crypto.randomUUID()];
    this.draft.set({ id, hand, at, before: null, edits: {}, count: 0 });
  }

  open({ id, at, text, edits }: NoteView): void {
    this.draft.set({ id, hand: crypto.randomUUID(), at, before: text, edits, count: 0 });
  }

  /** Keeps what the text field holds now. What is empty is not kept: closing it so deletes. */
  write(text: string): void {
    if (text.trim()) this.keep(text);
  }

  /** Ends writing; answers the note that was deleted by leaving it empty. */
  close(text: string): NoteView | null {
    const draft = this.draft();
    const empty = !text.trim() && draft && (draft.before !== null || draft.count > 0);
    if (empty) this.keep(null);
    this.draft.set(null);
    return empty && draft.before !== null ? this.viewOf(draft, draft.before) : null;
  }

  delete(note: NoteView): void {
    this.open(note);
    this.keep(null);
    this.draft.set(null);
  }

  /** Takes a deletion back: the text is written once more, which is stronger, in whichever order they arrive. */
  restore(note: NoteView): void {
    this.open(note);
    this.keep(note.text);
    this.draft.set(null);
  }

  private viewOf({ id, at, edits, hand, count }: Draft, text: string): NoteView {
    return { id, at, text, edits: { ...edits, [hand]: count }, lost: false, twin: null, state: 'waiting' };
  }

  private keep(text: string | null): void {
    const [draft, lesson] = [this.draft(), this.lesson()];
    if (!draft || !lesson?.recording) return;
    const { id, hand, at } = draft;
    const count = draft.count + 1;
    this.draft.set({ ...draft, count });
    const { id: recording, rev } = lesson.recording;
    const edits = { ...draft.edits, [hand]: count };
    this.client.keep({ id, edit: { lesson: lesson.id, recording, rev, at, text, hand, edits } });
  }

  private shelve(): void {
    const id = this.id();
    if (!id) return;
    if (this.barred()) void this.shelf.delete(id);
    else if (this.listed.hasValue()) void this.shelf.put(id, heldNotes(this.listed.value().items, this.answered()));
  }

  /** The text that is being written went into a note of its own: writing goes on there, and the reader is told. */
  private follow(): void {
    const split = this.client.split();
    if (!split) return;
    untracked(() => {
      const draft = this.draft();
      const { id, edits } = split.copy;
      if (draft?.hand === split.hand) this.draft.set({ ...draft, id, edits: { ...draft.edits, ...edits } });
      this.announcer.say(this.i18n.t('learning.notes.split'));
      this.client.split.set(null);
    });
  }
}
