import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import { type LessonDetail } from '@haven/catalog/contract';
import { clock } from '@haven/recordings/web';
import { Announcer, HvButton, HvControl, HvField, HvIcon, HvSkeleton } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { NoteDesk } from './note-desk';
import { type NoteView } from './note-list';
import { download, noteText } from './note-text';

/**
 * What somebody writes for themselves beside a recording: a note at the present second, saved while it is written, and the list of all.
 * The field that is written in stands apart from the list, so that nothing that arrives takes it away.
 */
@Component({
  selector: 'haven-lesson-notes',
  imports: [HvButton, HvControl, HvField, HvIcon, HvSkeleton],
  providers: [NoteDesk],
  host: { class: 'notes' },
  templateUrl: './lesson-notes.html',
})
export class LessonNotes {
  readonly lesson = input.required<LessonDetail>();
  readonly second = input.required<number>();
  readonly seek = output<number>();
  /** The seconds that have a note. */
  readonly marks = output<readonly number[]>();

  protected readonly i18n = inject(I18n);
  protected readonly desk = inject(NoteDesk);
  protected readonly clock = clock;
  // The contract's limit; imported from there it would bring all of zod along.
  protected readonly most = 4000;
  protected readonly notes = this.desk.all;
  /** As a list, so that the field of another note is another field. */
  protected readonly drafts = computed(() => [this.desk.draft()].filter((draft) => draft !== null));
  protected readonly deleted = linkedSignal<string, NoteView | null>({
    source: () => this.lesson().id,
    computation: () => null,
  });
  /** The list, with the place of what was deleted last, for as long as it can be taken back. */
  protected readonly rows = computed(() => {
    const [deleted, draft] = [this.deleted(), this.desk.draft()];
    const rows = this.notes()
      .filter((note) => note.id !== draft?.id && note.id !== deleted?.id)
      .map((note) => ({ note, deleted: false }));
    if (!deleted) return rows;
    return [...rows, { note: deleted, deleted: true }].sort((a, b) => a.note.at - b.note.at);
  });

  private readonly announcer = inject(Announcer);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly field = viewChild<ElementRef<HTMLTextAreaElement>>('text');

  constructor() {
    effect(() => this.desk.lesson.set(this.lesson()));
    effect(() => this.marks.emit(this.notes().flatMap((note) => (note.lost ? [] : note.at))));
  }

  protected begin(): void {
    this.desk.begin(Math.floor(this.second()));
    this.focus('textarea');
  }

  protected open(note: NoteView): void {
    this.close(this.field()?.nativeElement.value ?? '');
    this.desk.open(note);
    this.focus('textarea');
  }

  protected close(text: string): void {
    const draft = this.desk.draft();
    const deleted = this.desk.close(text);
    if (deleted) this.offerUndo(deleted);
    else this.focus(draft?.before ? `[data-edit="${draft.id}"]` : '[data-write]');
  }

  protected remove(note: NoteView): void {
    this.desk.delete(note);
    this.offerUndo(note);
  }

  protected undo(): void {
    const note = this.deleted();
    this.deleted.set(null);
    if (!note) return;
    this.desk.restore(note);
    this.focus(`[data-edit="${note.id}"]`);
  }

  protected save(): void {
    const title = this.i18n.text(this.lesson().title);
    download(`${this.lesson().slug}.txt`, noteText(title, this.notes()));
  }

  /** The transcript is printed with them. Printed from there, they are not: see the style sheet. */
  protected print(): void {
    window.print();
  }

  private offerUndo(note: NoteView): void {
    this.deleted.set(note);
    this.announcer.say(this.i18n.t('learning.notes.deleted', { time: clock(note.at) }));
    this.focus('[data-undo]');
  }

  /** Once it is drawn, the first of what `selector` finds. */
  private focus(selector: string): void {
    afterNextRender(() => this.host.querySelector<HTMLElement>(selector)?.focus(), { injector: this.injector });
  }
}
