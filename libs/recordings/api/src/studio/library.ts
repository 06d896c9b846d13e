import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  type EditRecording,
  type RecordingQuery,
  type RunStep,
  type StepName,
  type StudioRecording,
  type StudioRecordingCards,
} from '@haven/recordings/contract';
import { type Actor, can, Clock, notFound, type Person, Refusal, stale } from '@haven/shared/api';
import { type DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { stateInSql } from '../pipeline/order';
import { Steps } from '../pipeline/steps';
import { Workshop } from '../pipeline/workshop';
import { RecordingRow } from '../recording.entity';
import { TimelineRow } from '../timeline.entity';
import { Shelf } from './shelf';
import { Uses } from './uses';

/** The library of recordings, for the people who make them. Authors meet their own; for everybody else's there is nothing here. */
@Injectable()
export class Library {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly shelf: Shelf,
    private readonly steps: Steps,
    private readonly uses: Uses,
    private readonly workshop: Workshop,
    private readonly clock: Clock,
  ) {}

  /** Newest first. Every word of `q` stands in the title, in either language, or in a speaker's name. */
  async list(actor: Actor, query: RecordingQuery): Promise<StudioRecordingCards> {
    const rows = await this.filtered(actor, query)
      .orderBy('r.id', 'DESC')
      .limit(query.limit + 1)
      .getMany();
    const items = await this.shelf.cards(this.database.manager, rows.slice(0, query.limit));
    return { items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null };
  }

  async one(actor: Actor, id: string): Promise<StudioRecording> {
    return this.shelf.detail(this.database.manager, await this.load(this.database.manager, actor, id));
  }

  /** Owns its transaction. @throws Refusal `stale` where someone else saved meanwhile; nothing is overwritten. */
  async edit(actor: Person, id: string, version: number, edit: EditRecording): Promise<StudioRecording> {
    return this.change(actor, id, async (manager, recording) => {
      if (recording.version !== version) throw stale();
      const { chapters, ...about } = edit;
      const timeline = await manager.findOneByOrFail(TimelineRow, { recordingId: id, rev: recording.rev });
      checkChapters(chapters, timeline);
      Object.assign(recording, about, { version: version + 1 });
      const inOrder = chapters.toSorted((a, b) => a.at - b.at);
      await manager.update(TimelineRow, { recordingId: id, rev: recording.rev }, { chapters: inOrder });
    });
  }

  /** Puts a recording away, or back. It goes on working wherever it is used. Owns its transaction. */
  async archive(actor: Person, id: string, archived: boolean): Promise<StudioRecording> {
    return this.change(actor, id, (_, recording) => {
      recording.archivedAt = archived ? (recording.archivedAt ?? this.clock.now()) : null;
    });
  }

  /** Owns its transaction. @throws Refusal `conflict`, naming the uses, while it is used. */
  async remove(actor: Person, id: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      await this.load(manager, actor, id, true);
      const used = (await this.uses.of(manager, [id])).get(id) ?? [];
      const published = await manager.existsBy(TimelineRow, { recordingId: id, published: true });
      if (used.length > 0 || published)
        throw new Refusal(
          'conflict',
          'This recording is used and stays. Take it out of the lessons first, or archive it.',
          used.map(({ title, link }) => ({ path: link, message: title.en })),
        );
      await manager.delete(RecordingRow, { id });
    });
  }

  /** Has a step done again. Owns its transaction. @throws Refusal `conflict` where a person's captions would be written over, or a script
   * cannot be timed here. */
  async run(actor: Person, id: string, name: StepName, { script }: RunStep): Promise<StudioRecording> {
    return this.change(actor, id, async (manager, recording) => {
      const key = { recordingId: id, rev: await this.newest(manager, recording) };
      if (name === 'transcribe' && (await this.shelf.hasCaptions(manager, recording)))
        throw new Refusal('conflict', 'There are captions in this language already. Remove them first.');
      if (
        script !== undefined &&
        !(name === 'transcribe' && (await this.workshop.abilities()).aligner.includes(recording.language))
      )
        throw new Refusal('conflict', 'Scripts in this language cannot be timed on this server.');
      await this.steps.again(manager, key, name, script === undefined ? null : { script });
    });
  }

  /** Says at which seconds there are slides; the stills of new ones are made by the worker. Owns its transaction. */
  async setSlides(actor: Person, id: string, at: readonly number[]): Promise<StudioRecording> {
    return this.change(actor, id, async (manager, recording) => {
      const key = { recordingId: id, rev: recording.rev };
      const timeline = await manager.findOneByOrFail(TimelineRow, key);
      const wanted = [...new Set(at)].filter((second) => second < timeline.duration).sort((a, b) => a - b);
      const slides = timeline.slides.filter((slide) => wanted.includes(slide.at));
      await manager.update(TimelineRow, key, { slides });
      if (slides.length < wanted.length) await this.steps.again(manager, key, 'slides', { slides: wanted });
    });
  }

  /** The recording, for whoever may work on it. @throws Refusal `not-found` */
  async load(manager: EntityManager, actor: Actor, id: string, lock = false): Promise<RecordingRow> {
    const row = await manager.findOne(RecordingRow, {
      where: { id },
      ...(lock && { lock: { mode: 'pessimistic_write' } }),
    });
    if (!row || !can(actor, 'draft.edit', { author: row.authorId })) throw notFound();
    return row;
  }

  /** Changes a recording while nobody else does, and answers what it is then. */
  async change(
    actor: Person,
    id: string,
    work: (manager: EntityManager, recording: RecordingRow) => Promise<void> | void,
  ): Promise<StudioRecording> {
    return this.database.transaction(async (manager) => {
      const recording = await this.load(manager, actor, id, true);
      await work(manager, recording);
      await manager.save(RecordingRow, recording);
      return this.shelf.detail(manager, recording);
    });
  }

  private async newest(manager: EntityManager, { id, rev }: RecordingRow): Promise<number> {
    const [last] = await manager.find(TimelineRow, { where: { recordingId: id }, order: { rev: 'DESC' }, take: 1 });
    return last?.rev ?? rev;
  }

  private filtered(actor: Actor, { q, state, language, captions, archived, after }: RecordingQuery) {
    const query = this.database.manager.createQueryBuilder(RecordingRow, 'r');
    query.where(archived === 'yes' ? 'r.archived_at IS NOT NULL' : 'r.archived_at IS NULL');
    if (actor.role === 'author') query.andWhere('r.author_id = :author', { author: actor.id });
    if (after) query.andWhere('r.id::text < :after', { after });
    if (language) query.andWhere('r.language = :language', { language });
    if (state)
      query.andWhere(
        `(SELECT ${stateInSql} FROM processing_step s WHERE s.recording_id = r.id AND s.rev = r.rev) = :state`,
        { state },
      );
    if (captions)
      query.andWhere(
        `NOT EXISTS (SELECT 1 FROM caption_track c WHERE c.recording_id = r.id AND c.rev = r.rev AND c.locale = :captions AND c.reviewed_on IS NOT NULL)`,
        { captions },
      );
    return withWords(query, q ?? '');
  }
}

function withWords(query: SelectQueryBuilder<RecordingRow>, q: string): SelectQueryBuilder<RecordingRow> {
  const text = `concat_ws(' ', r.title->>'en', r.title->>'es', array_to_string(r.speakers, ' '))`;
  for (const [at, word] of q.split(/\s+/).filter(Boolean).slice(0, 8).entries())
    query.andWhere(`${text} ILIKE :w${at}`, { [`w${at}`]: `%${word.replace(/[\\%_]/g, '\\$&')}%` });
  return query;
}

function checkChapters(chapters: EditRecording['chapters'], { duration }: TimelineRow): void {
  const seen = new Set<number>();
  const fields = chapters.flatMap(({ at }, index) => {
    const wrong = at >= duration ? 'This is after the end.' : seen.has(at) ? 'Another chapter starts here.' : null;
    seen.add(at);
    return wrong ? [{ path: `chapters.${index}.at`, message: wrong }] : [];
  });
  if (fields.length > 0) throw new Refusal('invalid', 'Some chapters do not fit this recording.', fields);
}
