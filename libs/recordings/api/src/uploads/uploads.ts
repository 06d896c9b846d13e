import { rm, stat, statfs } from 'node:fs/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type UploadCard, type UploadCards, type UploadMetadata, type UploadTwin } from '@haven/recordings/contract';
import {
  type Actor,
  can,
  Clock,
  type Config,
  InjectConfig,
  Jobs,
  notFound,
  type Person,
  Refusal,
} from '@haven/shared/api';
import { type DataSource, type EntityManager, IsNull, LessThan } from 'typeorm';
import { Intake } from '../intake';
import { RecordingRow } from '../recording.entity';
import { TimelineRow } from '../timeline.entity';
import { Steps } from '../pipeline/steps';
import { UploadFolder } from './upload-folder';
import { UploadRow } from './upload.entity';

const GB = 1024 ** 3;
const WEEK_MS = 7 * 24 * 3_600_000;

/** What stays free on the disk whatever is uploaded, so that the database can still be written: 1 GiB. */
const RESERVE = GB;

/** Files on their way: who may send how much, what has arrived, and what becomes of it. */
@Injectable()
export class Uploads implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @InjectConfig() private readonly config: Config,
    private readonly folder: UploadFolder,
    private readonly intake: Intake,
    private readonly steps: Steps,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('17 * * * *', 'expire-uploads', () => this.expire());
  }

  get limit(): number {
    return this.config.MAX_UPLOAD_GB * GB;
  }

  async mine(actor: Person): Promise<UploadCards> {
    const manager = this.database.manager;
    const rows = await manager.find(UploadRow, {
      where: { personId: actor.id, completedAt: IsNull() },
      order: { startedAt: 'ASC' },
    });
    const items = await Promise.all(rows.map((row) => this.card(row)));
    return { items, limit: this.limit, left: Math.max(0, await this.left(manager, actor.id)) };
  }

  /**
   * Reserves the bytes of a new upload before the first of them is accepted. Two at once wait for each other. Owns its transaction.
   * @throws Refusal `too-large`, `quota-used-up`, `no-room`; `not-found` where it would replace what is not the actor's.
   */
  async reserve(actor: Person, id: string, size: number, given: UploadMetadata): Promise<void> {
    if (size > this.limit)
      throw new Refusal('too-large', `This file is larger than the ${this.config.MAX_UPLOAD_GB} GB that are allowed.`);
    await this.database.transaction(async (manager) => {
      await manager.query('SELECT 1 FROM person WHERE id = $1 FOR UPDATE', [actor.id]);
      await this.makeRoom(manager, actor.id, size);
      if (given.replaces) await this.mayReplace(manager, actor, given.replaces);
      const now = this.clock.now();
      await manager.insert(UploadRow, {
        id,
        personId: actor.id,
        name: given.filename,
        size,
        language: given.language,
        replaces: given.replaces ?? null,
        startedAt: now,
        expiresAt: new Date(now.getTime() + WEEK_MS),
      });
    });
  }

  /**
   * Lets through what fits: on the disk, and into what one person may take up. `besides`: bytes of theirs that are kept elsewhere. The caller
   * has locked the person. @throws Refusal `quota-used-up`, `no-room`
   */
  async makeRoom(manager: EntityManager, personId: string, size: number, besides = 0): Promise<void> {
    if (size > (await this.room()))
      throw new Refusal('no-room', 'There is not enough room left on the server. Ask whoever runs it.');
    if (size > (await this.left(manager, personId)) - besides)
      throw new Refusal('quota-used-up', 'Your uploads take up all the room that one person has. Delete some first.');
  }

  /** An upload of the actor's own that still takes bytes; it lives a week longer from now. */
  async open(actor: Person, id: string): Promise<void> {
    const expiresAt = new Date(this.clock.now().getTime() + WEEK_MS);
    const { affected } = await this.database.manager.update(UploadRow, { id, personId: actor.id }, { expiresAt });
    if (affected !== 1) throw notFound();
    await this.settle(id);
  }

  /** Gives the reserved bytes back. */
  async forget(id: string): Promise<void> {
    await this.database.manager.delete(UploadRow, { id, completedAt: IsNull() });
  }

  /** Makes a recording of an upload whose last byte has arrived. Doing it again changes nothing. Owns its transaction. */
  async settle(id: string): Promise<void> {
    const arrived = await this.received(id);
    await this.database.transaction(async (manager) => {
      const where = { id, completedAt: IsNull() };
      const upload = await manager.findOne(UploadRow, { where, lock: { mode: 'pessimistic_write' } });
      if (!upload || arrived < upload.size) return;
      await this.intake.take(manager, upload);
      await manager.update(UploadRow, { id }, { completedAt: this.clock.now() });
    });
  }

  /**
   * Notes what the sender's browser read, and answers a recording that was made of the same bytes, if the actor may see it. The check of
   * the file compares; where that is over already, this does.
   */
  async claim(actor: Person, id: string, sha256: string): Promise<UploadTwin> {
    const manager = this.database.manager;
    const { affected } = await manager.update(UploadRow, { id, personId: actor.id }, { sha256 });
    if (affected !== 1) await this.compareLate(manager, actor, id, sha256);
    return { twin: await this.twin(actor, id, sha256) };
  }

  /** Ends uploads that nobody goes on with, and takes up those whose last answer was lost. */
  private async expire(): Promise<void> {
    const rows = await this.database.manager.findBy(UploadRow, { completedAt: IsNull() });
    for (const { id } of rows) await this.settle(id);
    const where = { completedAt: IsNull(), expiresAt: LessThan(this.clock.now()) };
    for (const { id } of await this.database.manager.findBy(UploadRow, where)) {
      await rm(this.folder.fileOf(id), { force: true });
      await rm(this.folder.notesOf(id), { force: true });
      await this.forget(id);
    }
  }

  private async compareLate(manager: EntityManager, actor: Person, id: string, sha256: string): Promise<void> {
    const recording = await manager.findOneBy(RecordingRow, { id });
    const timeline = await manager.findOneBy(TimelineRow, { recordingId: id, rev: 1 });
    if (!recording || !timeline || !can(actor, 'draft.edit', { author: recording.authorId })) throw notFound();
    if (timeline.original === null || timeline.original === sha256) return;
    await this.steps.refuse(manager, timeline, 'check', { code: 'changed-on-the-way', facts: {} });
  }

  private async twin(actor: Actor, id: string, sha256: string): Promise<UploadTwin['twin']> {
    const rows = await this.database.manager
      .createQueryBuilder(RecordingRow, 'r')
      .innerJoin(TimelineRow, 't', 't.recording_id = r.id AND t.rev = r.rev')
      .where('t.original = :sha256 AND r.id <> :id', { sha256, id })
      .orderBy('r.id')
      .getMany();
    const seen = rows.find((row) => can(actor, 'draft.read', { author: row.authorId }));
    return seen ? { id: seen.id, title: seen.title } : null;
  }

  private async mayReplace(manager: EntityManager, actor: Person, id: string): Promise<void> {
    const recording = await manager.findOneBy(RecordingRow, { id });
    if (!recording || !can(actor, 'draft.edit', { author: recording.authorId })) throw notFound();
  }

  /** What a person may still upload: the quota, less what is on its way and what was made of earlier uploads. */
  private async left(manager: EntityManager, personId: string): Promise<number> {
    const [row] = await manager.query<{ used: string }[]>(
      `SELECT coalesce(sum(size), 0) AS used FROM (
         SELECT size FROM upload WHERE person_id = $1 AND completed_at IS NULL
         UNION ALL SELECT t.size FROM timeline t JOIN recording r ON r.id = t.recording_id WHERE r.author_id = $1) AS used`,
      [personId],
    );
    return this.config.UPLOAD_QUOTA_GB * GB - Number(row?.used ?? 0);
  }

  /** Free bytes on the disk that nobody has reserved yet. */
  private async room(): Promise<number> {
    const { bavail, bsize } = await statfs(this.config.DATA_DIR);
    const rows = await this.database.manager.findBy(UploadRow, { completedAt: IsNull() });
    const arrived = await Promise.all(rows.map(async ({ id, size }) => size - (await this.received(id))));
    return bavail * bsize - RESERVE - arrived.reduce((sum, missing) => sum + missing, 0);
  }

  private async received(id: string): Promise<number> {
    return (await stat(this.folder.fileOf(id)).catch(() => null))?.size ?? -1;
  }

  private async card({ id, name, size, replaces, startedAt, expiresAt }: UploadRow): Promise<UploadCard> {
    return {
      id,
      name,
      size,
      received: Math.max(0, await this.received(id)),
      replaces,
      startedAt: startedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    };
  }
}
