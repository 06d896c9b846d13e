import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  DAYS_TO_UNDO,
  type DeletedCourse,
  type DeletedCourses,
  type RemovedParts,
  type StudioCourse,
} from '@haven/catalog/contract';
import { type Actor, can, Clock, Events, Jobs, notFound, type Person } from '@haven/shared/api';
import { type PageQuery, type Text } from '@haven/shared/contract';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { CourseRow, ReleaseRow } from './course.entity';
import { Drafts } from './drafts';
import { coursePlanned, coursePublished } from './release-line';

const UNDO_MS = DAYS_TO_UNDO * 24 * 3_600_000;

/** Whether learners have ever seen the course `c`. What they completed rests on its releases, so it is never purged. */
const seen = `EXISTS (SELECT 1 FROM release r WHERE r.course_id = c.id AND r.cancelled_at IS NULL AND r.effective_at <= c.deleted_at)`;

interface Found {
  readonly id: string;
  readonly slug: string;
  readonly title: Text;
  readonly at: Date;
  readonly seen: boolean;
}

interface Part {
  readonly id: string;
  readonly kind: 'module' | 'lesson';
  readonly title: Text;
  readonly from: number;
  readonly at: Date;
}

/** Deleting courses and bringing them back, and what was taken out of outlines. Nothing of it touches what a learner has done. */
@Injectable()
export class Deletions implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly drafts: Drafts,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('11 4 * * *', 'purge-courses', () => this.purge());
  }

  /** The deleted courses that `actor` may bring back, the last one first. */
  async list(actor: Actor, { after, limit }: PageQuery): Promise<DeletedCourses> {
    const rows = await this.found(this.database.manager, {
      where: `c.deleted_at IS NOT NULL AND ($2::uuid IS NULL OR c.author_id = $2)
        AND ($3::uuid IS NULL OR (c.deleted_at, c.id) < (SELECT b.deleted_at, b.id FROM course b WHERE b.id = $3))`,
      values: [limit + 1, actor.role === 'author' ? actor.id : null, after ?? null],
    });
    const items = rows.slice(0, limit).map(toDeletedCourse);
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  /**
   * Deletes a course: nobody meets it any more, and its address stays its own. Doing it again changes nothing. Owns its transaction.
   * @throws Refusal `not-found` also for who may not publish, where learners see the course or are going to.
   */
  async delete(actor: Person, id: string): Promise<DeletedCourse> {
    const { deleted, news } = await this.database.transaction(async (manager) => {
      const course = await this.load(manager, actor, id);
      const released = await manager.existsBy(ReleaseRow, { courseId: id, cancelledAt: IsNull() });
      if (released && !can(actor, 'course.publish')) throw notFound();
      if (!course.deletedAt) await manager.update(CourseRow, { id }, { deletedAt: this.clock.now() });
      const [row] = await this.found(manager, { where: 'c.id = $2', values: [1, id] });
      if (!row) throw notFound();
      return { deleted: toDeletedCourse(row), news: await this.announce(manager, id) };
    });
    await this.events.deliver(news);
    return deleted;
  }

  /** Brings a course back as it was; one that is there stays. Owns its transaction. @throws Refusal `not-found` where it is gone for good. */
  async restore(actor: Person, id: string): Promise<StudioCourse> {
    const news = await this.database.transaction(async (manager) => {
      const course = await this.load(manager, actor, id);
      if (!course.deletedAt) return [];
      await manager.update(CourseRow, { id }, { deletedAt: null });
      return this.announce(manager, id);
    });
    await this.events.deliver(news);
    return this.drafts.course(actor, id);
  }

  /**
   * What was taken out of the outline within the days of undo and is not back, the last one first. A lesson that went with its module comes
   * back with it; one whose module is gone is listed once that is back.
   */
  async removed(actor: Actor, id: string): Promise<RemovedParts> {
    const manager = this.database.manager;
    await this.drafts.load(manager, actor, id);
    const parts = await manager.query<Part[]>(removedParts, [id, new Date(this.clock.now().getTime() - UNDO_MS)]);
    const items = parts.map(({ at, ...part }) => ({ ...part, removedAt: at.toISOString() }));
    return { items, next: null };
  }

  /** The course, deleted or not, for whoever may edit it. */
  private async load(manager: EntityManager, actor: Person, id: string): Promise<CourseRow> {
    const course = await manager.findOne(CourseRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!course || !can(actor, 'draft.edit', { author: course.authorId })) throw notFound();
    return course;
  }

  private found(manager: EntityManager, { where, values }: { where: string; values: unknown[] }): Promise<Found[]> {
    return manager.query<Found[]>(
      `SELECT c.id, c.slug, v.content->'title' AS title, c.deleted_at AS at, ${seen} AS seen
         FROM course c JOIN item i ON i.id = c.id JOIN item_version v ON v.item_id = i.id AND v.number = i.draft
        WHERE ${where} ORDER BY c.deleted_at DESC, c.id DESC LIMIT $1`,
      values,
    );
  }

  private async announce(manager: EntityManager, course: string): Promise<string[]> {
    return [
      ...(await this.events.record(manager, coursePublished, [{ course }])),
      ...(await this.events.record(manager, coursePlanned, [{ course }])),
    ];
  }

  /** Deletes for good what has been deleted for longer than the days of undo and was never seen by a learner. */
  async purge(): Promise<void> {
    await this.database.query(`DELETE FROM course c WHERE c.deleted_at <= $1 AND NOT ${seen}`, [
      new Date(this.clock.now().getTime() - UNDO_MS),
    ]);
  }
}

const toDeletedCourse = ({ id, slug, title, at, seen: kept }: Found): DeletedCourse => ({
  ...{ id, slug, title, deletedAt: at.toISOString() },
  goneAt: kept ? null : new Date(at.getTime() + UNDO_MS).toISOString(),
});

/**
 * The parts that a version since $2, or the one that stood then, still has, and the draft of the course $1 has not. A borrowed lesson is told
 * by its address: what it is called in the draft of its own course is nobody's business here.
 */
const removedParts = `
  WITH draft AS (SELECT draft AS number FROM item WHERE id = $1),
  kept AS (
    SELECT number, content->'modules' AS modules, content->'borrowed' AS borrowed FROM item_version
     WHERE item_id = $1 AND number >= coalesce(
       (SELECT max(number) FROM item_version WHERE item_id = $1 AND created_at <= $2), 1)),
  part AS (
    SELECT number, m->>'id' AS id, 'module' AS kind, m->'title' AS title, NULL AS home, NULL AS slug
      FROM kept, jsonb_array_elements(modules) m
    UNION ALL
    SELECT number, l, 'lesson', NULL, m->>'id', borrowed->l->>'slug' FROM kept, jsonb_array_elements(modules) m, jsonb_array_elements_text(m->'lessons') l),
  latest AS (SELECT DISTINCT ON (id) * FROM part ORDER BY id, number DESC)
  SELECT p.id, p.kind, p.number AS from, next.created_at AS at,
         coalesce(p.title, CASE WHEN p.slug IS NOT NULL THEN jsonb_build_object('en', p.slug) END, jsonb_strip_nulls(jsonb_build_object(
           'en', v.content->'bodies'->'en'->>'title', 'es', v.content->'bodies'->'es'->>'title'))) AS title
    FROM latest p CROSS JOIN draft
    JOIN item_version next ON next.item_id = $1 AND next.number = p.number + 1
    LEFT JOIN item i ON p.kind = 'lesson' AND i.id = p.id::uuid
    LEFT JOIN item_version v ON v.item_id = i.id AND v.number = i.draft
   WHERE p.number < draft.number
     AND (p.home IS NULL OR EXISTS (SELECT 1 FROM part h WHERE h.number = draft.number AND h.id = p.home))
   ORDER BY next.created_at DESC, p.id`;
