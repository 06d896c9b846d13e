import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Catalog, ItemRow } from '@haven/catalog/api';
import { type Note, type NoteEdit, type NoteKept, type Notes as NoteList } from '@haven/learning/contract';
import { Moments } from '@haven/recordings/api';
import { Clock, notFound, type Person, Refusal } from '@haven/shared/api';
import { type DataSource, type EntityManager, IsNull, Not } from 'typeorm';
import { EnrolmentRow } from '../enrolment.entity';
import { copyId, follows, joined } from './edits';
import { NoteRow } from './note.entity';

/** The most notes of one person in one lesson, deleted ones included. */
const most = 500;

/** What people write for themselves beside a recording. Everything here is the actor's own: there is no way to another's. */
@Injectable()
export class Notes {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly catalog: Catalog,
    private readonly moments: Moments,
    private readonly clock: Clock,
  ) {}

  /** The actor's notes in a lesson of a course that they began, in the order of their moments. One page holds them all. */
  async list(actor: Person, lesson: string): Promise<NoteList> {
    const manager = this.database.manager;
    const course = await this.courseOf(manager, actor, lesson);
    const where = { personId: actor.id, lessonId: lesson, text: Not(IsNull()) };
    const rows = await manager.find(NoteRow, { where, order: { at: 'ASC', id: 'ASC' } });
    return { items: await this.view(manager, course, lesson, rows), next: null };
  }

  /**
   * Takes a change. What knows of everything that is there takes its place; what is known already changes nothing; and a text that was
   * written apart from the one that is there becomes a note of its own beside it. Owns its transaction.
   * @throws Refusal `quota-used-up` where the lesson holds too many notes, `conflict` where the id is that of a note in another lesson.
   */
  async keep(actor: Person, id: string, edit: NoteEdit): Promise<NoteKept> {
    return this.database.transaction(async (manager) => {
      const course = await this.courseOf(manager, actor, edit.lesson);
      // One change of a person at a time: two that bring the same new note must not both find that it is not there.
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [actor.id]);
      const [note, copy = null] = await this.place(manager, actor, id, edit);
      const seen = await this.view(manager, course, edit.lesson, copy ? [note, copy] : [note]);
      const of = (row: NoteRow | null) => seen.find((found) => found.id === row?.id) ?? null;
      return { note: of(note), copy: of(copy) };
    });
  }

  /** The row of `id` after the change, and the row beside it that the text went to where it had to. */
  private async place(
    manager: EntityManager,
    actor: Person,
    id: string,
    edit: NoteEdit,
  ): Promise<[NoteRow] | [NoteRow, NoteRow]> {
    const first = await this.put(manager, actor, id, null, edit);
    let [row, at] = [first, id];
    while (!follows(row.edits, edit.edits) && edit.text !== null) {
      at = copyId(at, edit.hand);
      row = await this.put(manager, actor, at, id, edit);
    }
    return row === first ? [first] : [first, row];
  }

  /** Changes the row of `id` if the change is made for what is there, and makes it where there is none; answers the row that is there then. */
  private async put(
    manager: EntityManager,
    { id: personId }: Person,
    id: string,
    twin: string | null,
    { lesson: lessonId, recording: recordingId, rev, at, text, edits }: NoteEdit,
  ): Promise<NoteRow> {
    const held = await manager.findOneBy(NoteRow, { personId, id });
    const changedAt = this.clock.now();
    if (!held) {
      if ((await manager.countBy(NoteRow, { personId, lessonId })) >= most)
        throw new Refusal('quota-used-up', `A lesson can hold ${most} notes. This one is kept on your device.`);
      return manager.save(NoteRow, { personId, id, lessonId, recordingId, rev, at, text, edits, twin, changedAt });
    }
    if (held.lessonId !== lessonId) throw new Refusal('conflict', 'This note belongs to another lesson.');
    if (follows(held.edits, edits)) return held;
    const meant = follows(edits, held.edits) || (text !== null && (held.text === null || held.text === text));
    return meant ? manager.save(NoteRow, { ...held, text, edits: joined(held.edits, edits), changedAt }) : held;
  }

  /** The rows that have a text, at their moments in the recording that the lesson shows now. */
  private async view(
    manager: EntityManager,
    course: string,
    lesson: string,
    rows: readonly NoteRow[],
  ): Promise<Note[]> {
    const [release] = await this.catalog.releases(manager, [course]);
    const shown = release?.manifest.lessons.find((pinned) => pinned.id === lesson)?.recording ?? null;
    const same = rows.filter((row) => row.recordingId === shown?.id);
    const { carried, lost } = shown
      ? await this.moments.carry(manager, shown.id, shown.rev, same)
      : { carried: [], lost: same };
    const others = rows.filter((row) => row.recordingId !== shown?.id);
    return [
      ...carried.map((row) => noteOf(row, false)),
      ...[...lost, ...others].map((row) => noteOf(row, true)),
    ].flat();
  }

  /**
   * The course in which the actor meets a lesson: its own where they began that, else one that borrows it, else their preview.
   * @throws Refusal `not-found` for one of a course that they did not begin as for one that is not there.
   */
  private async courseOf(manager: EntityManager, actor: Person, lesson: string): Promise<string> {
    const begun = (await manager.findBy(EnrolmentRow, { personId: actor.id })).map(({ courseId }) => courseId);
    const item = await manager.findOneBy(ItemRow, { id: lesson, kind: 'lesson' });
    if (item && begun.includes(item.courseId)) return item.courseId;
    const releases = [
      ...(await this.catalog.releases(manager, begun)),
      ...(await this.catalog.deleted(manager, begun)),
    ];
    const release = releases.find(({ manifest }) => manifest.lessons.some(({ id }) => id === lesson));
    if (!release) throw notFound();
    return release.courseId;
  }
}

const noteOf = ({ id, lessonId, at, text, edits, twin, changedAt }: NoteRow, lost: boolean): Note[] =>
  text === null ? [] : [{ id, lesson: lessonId, at, lost, text, edits, twin, changedAt: changedAt.toISOString() }];
