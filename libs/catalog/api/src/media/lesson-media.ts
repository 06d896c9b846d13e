import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { LARGEST_MEDIA, type LessonMedia, type MediaKind } from '@haven/catalog/contract';
import { Sweep, Uploads } from '@haven/recordings/api';
import { type Actor, can, Clock, Jobs, newId, notFound, ObjectStore, type Person, Refusal } from '@haven/shared/api';
import { type FileFormat } from '@haven/shared/contract';
import { type DataSource, type EntityManager, IsNull, LessThan } from 'typeorm';
import { CourseRow } from '../course.entity';
import { Drafts } from '../drafts';
import { badPackage } from '../package/package-files';
import { type Drawn, drawPicture, keepPicture } from './draw-picture';
import { LessonMediaRow } from './lesson-media.entity';
import { fileFormatOf } from './sniff-file';

const HOUR_MS = 3_600_000;
const MONTH_MS = 30 * 24 * HOUR_MS;

/** Pictures and files of lessons: taken in, kept, and handed out to those who may have them. */
@Injectable()
export class LessonMediaStore implements OnModuleInit {
  /** Pictures are drawn one after the other. */
  private drawing: Promise<unknown> = Promise.resolve();

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly drafts: Drafts,
    private readonly objects: ObjectStore,
    private readonly uploads: Uploads,
    private readonly sweep: Sweep,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sweep.report((key) => this.keysInUse(key));
    this.jobs.every('23 4 * * *', 'forget-lesson-media', () => this.forget());
  }

  /**
   * Takes in a picture or a file of `size` bytes for a course. Its bytes are reserved before the first one is read.
   * @throws Refusal `not-found`; `too-large`, `quota-used-up`, `no-room`; `invalid` where other bytes came than were said; `bad-media`.
   */
  async take(actor: Person, courseId: string, kind: MediaKind, size: number, body: Readable): Promise<LessonMedia> {
    const id = await this.reserve(actor, courseId, size).catch((error: unknown) => {
      // A browser that is still sending would not listen to the answer.
      body.resume();
      throw error;
    });
    try {
      const bytes = await received(body, size);
      const { media, objects, size: kept } = await this.store(await this.read(kind, bytes));
      return await this.settle(id, courseId, media, objects, kept);
    } catch (error) {
      await this.database.manager.delete(LessonMediaRow, { id, hash: IsNull() });
      throw error;
    }
  }

  /** What is stored under `hash` and `file`. @throws Refusal `not-found`, also for what `actor` may not see. */
  async find(
    actor: Actor,
    hash: string,
    file: string,
  ): Promise<{ key: string; media: LessonMedia; published: boolean }> {
    const rows = await this.database.manager.find(LessonMediaRow, { where: { hash }, relations: { course: true } });
    const seen = rows
      .filter(({ published, course }) => can(actor, 'material.read', { published, author: course.authorId }))
      .toSorted((a, b) => Number(b.published) - Number(a.published))[0];
    const key = seen && Object.hasOwn(seen.objects, file) ? seen.objects[file] : undefined;
    if (!seen?.media || key === undefined) throw notFound();
    return { key, media: seen.media, published: seen.published };
  }

  /**
   * Whether what a package has under `name` can be brought in as it is: its name is its promise.
   * @throws Refusal `bad-package` for bytes with another hash, and for those that Haven would not have written itself.
   */
  async check(name: string, bytes: Buffer): Promise<Kept> {
    const [hash = '', format] = name.split('.');
    const file = `media/${name}`;
    if (createHash('sha256').update(bytes).digest('hex') !== hash)
      throw badPackage('hash', file, 'these bytes have another hash.');
    const drawn = format === 'webp' ? await keepPicture(bytes) : null;
    const kept = drawn ? fromDrawn(drawn) : fromFile(bytes);
    if (kept && (kept.kind === 'picture' || kept.format === format)) return kept;
    throw badPackage('file', file, 'this is not what its name says.');
  }

  /** Brings in what a package has. In the caller's transaction. @throws Refusal `bad-package` as `check` does. */
  async bring(
    manager: EntityManager,
    courseId: string,
    personId: string | null,
    name: string,
    bytes: Buffer,
  ): Promise<void> {
    const { media, objects, size } = await this.store(await this.check(name, bytes));
    const row = { id: newId(), courseId, personId, hash: name.split('.')[0] ?? '', media, objects, size };
    await manager.insert(LessonMediaRow, { ...row, published: false, createdAt: this.clock.now() });
  }

  private async reserve(actor: Person, courseId: string, size: number): Promise<string> {
    if (size > LARGEST_MEDIA) throw new Refusal('too-large', 'This file is larger than the 20 MB that are allowed.');
    return this.database.transaction(async (manager) => {
      await this.drafts.load(manager, actor, courseId);
      await manager.query('SELECT 1 FROM person WHERE id = $1 FOR UPDATE', [actor.id]);
      const [row] = await manager.query<{ used: string }[]>(
        'SELECT coalesce(sum(size), 0) AS used FROM lesson_media WHERE person_id = $1',
        [actor.id],
      );
      await this.uploads.makeRoom(manager, actor.id, size, Number(row?.used ?? 0));
      const id = newId();
      const kept = { hash: null, media: null, objects: {}, published: false };
      await manager.insert(LessonMediaRow, {
        id,
        courseId,
        personId: actor.id,
        size,
        ...kept,
        createdAt: this.clock.now(),
      });
      return id;
    });
  }

  /** Writes down what was stored. What the course has already is answered as it is, and its bytes are given back. */
  private async settle(
    id: string,
    courseId: string,
    media: LessonMedia,
    objects: Record<string, string>,
    size: number,
  ): Promise<LessonMedia> {
    const hash = media.kind === 'picture' ? media.picture : media.file;
    return this.database.transaction(async (manager) => {
      await manager.findOne(CourseRow, { where: { id: courseId }, lock: { mode: 'pessimistic_write' } });
      const known = await manager.findOneBy(LessonMediaRow, { courseId, hash });
      if (known) await manager.delete(LessonMediaRow, { id });
      else await manager.save(LessonMediaRow, { id, hash, media, objects, size });
      return media;
    });
  }

  private async read(kind: MediaKind, bytes: Buffer): Promise<Kept> {
    if (kind === 'file') {
      const file = fromFile(bytes);
      if (file) return file;
      throw new Refusal('bad-media', 'This is no file that can be offered. Take a PDF, or a document without macros.');
    }
    const work = this.drawing.then(() => drawPicture(bytes));
    this.drawing = work;
    const drawn = await work;
    if (drawn) return fromDrawn(drawn);
    throw new Refusal('bad-media', 'This is no picture that can be used. Take a JPEG, PNG, WebP, AVIF or GIF file.');
  }

  private async store(kept: Kept): Promise<{ media: LessonMedia; objects: Record<string, string>; size: number }> {
    const objects: Record<string, string> = {};
    for (const [name, content] of kept.files) objects[name] = (await this.objects.put(Readable.from([content]))).key;
    const size = [...kept.files.values()].reduce((sum, { length }) => sum + length, 0);
    if (kept.kind === 'file')
      return { media: { kind: 'file', file: objects['file'] ?? '', format: kept.format, size }, objects, size };
    const { width, height } = kept;
    return { media: { kind: 'picture', picture: objects[`${width}.webp`] ?? '', width, height }, objects, size };
  }

  private async keysInUse(key: string | null): Promise<string[]> {
    const rows = await this.database.query<{ key: string }[]>(
      `SELECT object.value AS key FROM lesson_media, jsonb_each_text(objects) object WHERE $1::text IS NULL OR object.value = $1`,
      [key],
    );
    return rows.map((row) => row.key);
  }

  /** Gives back what was reserved and never came, and takes away what no version of a lesson has named for a month. */
  private async forget(): Promise<void> {
    const now = this.clock.now().getTime();
    const { manager } = this.database;
    await manager.delete(LessonMediaRow, { hash: IsNull(), createdAt: LessThan(new Date(now - HOUR_MS)) });
    await manager.query(
      `DELETE FROM lesson_media m WHERE m.created_at < $1 AND NOT m.published AND NOT EXISTS (
         SELECT 1 FROM item i JOIN item_version v ON v.item_id = i.id
          WHERE i.course_id = m.course_id AND v.content::text LIKE '%' || m.hash || '%')`,
      [new Date(now - MONTH_MS)],
    );
  }
}

type Kept = { readonly files: ReadonlyMap<string, Buffer> } & (
  | { readonly kind: 'picture'; readonly width: number; readonly height: number }
  | { readonly kind: 'file'; readonly format: FileFormat }
);

const fromDrawn = ({ width, height, sizes }: Drawn): Kept => ({
  ...{ kind: 'picture', width, height },
  files: new Map([...sizes].map(([one, content]) => [`${one}.webp`, content])),
});

function fromFile(bytes: Buffer): Kept | null {
  const format = bytes.length > 4 ? fileFormatOf(bytes) : null;
  return format && { kind: 'file', format, files: new Map([['file', bytes]]) };
}

/** Reads exactly `size` bytes. @throws Refusal `invalid` where fewer or more come */
async function received(body: Readable, size: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of body as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > size) break;
    parts.push(part);
  }
  if (length !== size) throw new Refusal('invalid', 'The file did not arrive whole. Try again.');
  return Buffer.concat(parts);
}
