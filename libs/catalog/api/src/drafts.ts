import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  type EditLesson,
  type LessonDraft,
  type LessonText,
  type StudioCourse,
  type StudioCourseCards,
} from '@haven/catalog/contract';
import { type Actor, can, Clock, contentHash, notFound, type Person, stale } from '@haven/shared/api';
import { type PageQuery } from '@haven/shared/contract';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { LessonContent, type LessonBodies } from './content';
import { CourseRow, ItemRow, ItemVersionRow } from './course.entity';
import { diff } from './diff';
import { Items } from './items';
import { ownMedia } from './media/media-of';
import { ReleaseLine } from './release-line';
import { reviewOf } from './review';
import { withUsual } from './settings';
import { toStudioCourse } from './studio.view';
import { onceEach, pairIds } from './text/block-ids';
import { tied } from './text/translation';
import { type CourseTree } from './tree';
import { Trees } from './trees';

/** The authors' side of courses: reading and changing drafts. Nothing here changes what a learner sees. */
@Injectable()
export class Drafts {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly trees: Trees,
    private readonly items: Items,
    private readonly line: ReleaseLine,
    private readonly clock: Clock,
  ) {}

  /** The courses whose drafts `actor` may see. */
  async courses(actor: Actor, { after, limit }: PageQuery): Promise<StudioCourseCards> {
    const manager = this.database.manager;
    const query = manager
      .createQueryBuilder(CourseRow, 'course')
      .where('course.deletedAt IS NULL')
      .orderBy('course.id', 'DESC')
      .limit(limit + 1);
    if (actor.role === 'author') query.andWhere('course.authorId = :author', { author: actor.id });
    if (after) query.andWhere('course.id::text < :after', { after });
    const rows = (await query.getMany()).filter((course) => can(actor, 'draft.read', { author: course.authorId }));
    const items = await Promise.all(
      rows.slice(0, limit).map(async (course) => {
        const { draft, status } = await this.compare(manager, course);
        const review = reviewOf(draft.content, this.clock.now());
        return { id: course.id, slug: course.slug, title: draft.content.title, status, review };
      }),
    );
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  async course(actor: Actor, id: string): Promise<StudioCourse> {
    const manager = this.database.manager;
    const course = await this.load(manager, actor, id);
    const { draft, released, changes, status } = await this.compare(manager, course);
    const changed = new Set(changes.map((entry) => entry.lesson));
    const review = reviewOf(draft.content, this.clock.now());
    return toStudioCourse(course, draft, released, { changed, status, review });
  }

  async lesson(actor: Actor, id: string, lessonId: string): Promise<LessonDraft> {
    const manager = this.database.manager;
    await this.load(manager, actor, id);
    const { item, content } = await this.loadLesson(manager, id, lessonId);
    return toLessonDraft(item, content);
  }

  /**
   * Saves a lesson's words as the draft. A changed translation counts as up to date with
   * the English it is saved beside, an untouched one stays tied to the English it translated. Owns its transaction.
   * @throws Refusal `stale` when the draft is no longer at version `read`.
   */
  async saveLesson(actor: Person, id: string, lessonId: string, read: number, edit: EditLesson): Promise<LessonDraft> {
    return this.database.transaction(async (manager) => {
      await this.load(manager, actor, id);
      const { item, content } = await this.loadLesson(manager, id, lessonId, true);
      if (item.draft !== read) throw stale();
      const next = { ...content, bodies: editedBodies(content.bodies, edit) };
      if (contentHash(next) === contentHash(content)) return toLessonDraft(item, content);
      await ownMedia(manager, actor, id, next.bodies);
      const number = await this.items.write(manager, item, next, actor.id);
      return toLessonDraft({ ...item, draft: number }, next);
    });
  }

  /** @throws Refusal `not-found` for what does not exist and for what `actor` may not edit, alike. */
  async load(manager: EntityManager, actor: Actor, id: string, lock = false): Promise<CourseRow> {
    const course = await manager.findOne(CourseRow, {
      where: { id, deletedAt: IsNull() },
      ...(lock && { lock: { mode: 'pessimistic_write' } }),
    });
    if (!course || !can(actor, 'draft.read', { author: course.authorId })) throw notFound();
    return course;
  }

  /** The draft beside what everyone sees, and how they differ. */
  async compare(manager: EntityManager, course: CourseRow) {
    const draft: CourseTree = await this.trees.draft(manager, course);
    const release = await this.line.current(manager, course.id);
    const released = release && (await this.trees.release(manager, release));
    const changes = diff(released, draft);
    const face = release && {
      number: release.number,
      publishedAt: release.effectiveAt.toISOString(),
      note: release.note,
      visibility: withUsual(release.detail).visibility,
    };
    const [next] = await this.line.planned(manager, course.id);
    const planned = next ? { number: next.number, at: next.effectiveAt.toISOString() } : null;
    return { draft, released, release, changes, status: { release: face, changes: changes.length, planned } };
  }

  /** A lesson of the course at its draft. @throws Refusal `not-found` */
  async loadLesson(manager: EntityManager, courseId: string, id: string, lock = false) {
    const item = await manager.findOne(ItemRow, {
      where: { id, courseId, kind: 'lesson' },
      ...(lock && { lock: { mode: 'pessimistic_write' } }),
    });
    if (!item) throw notFound();
    const version = await manager.findOneByOrFail(ItemVersionRow, { itemId: id, number: item.draft });
    return { item, content: LessonContent.parse(version.content) };
  }
}

function toLessonDraft(item: ItemRow, { kind, bodies }: LessonContent): LessonDraft {
  const text = ({ title, summary, blocks }: LessonText): LessonText => ({ title, summary, blocks });
  return { id: item.id, version: item.draft, kind, en: text(bodies.en), es: bodies.es ? text(bodies.es) : null };
}

/** The bodies after an edit. */
export function editedBodies(before: LessonBodies, edit: EditLesson): LessonBodies {
  const en = { ...edit.en, blocks: onceEach(edit.en.blocks) };
  if (!edit.es) return { en };
  const es = { ...edit.es, blocks: pairIds(edit.es.blocks, en.blocks, before.es?.blocks ?? []) };
  // By its words: the ids follow the English, and must not make an untouched translation look like a new one.
  if (before.es && wordsOf(before.es) === wordsOf(es))
    return { en, es: contentHash(en) === contentHash(before.en) ? before.es : tied(before, en, before.es) };
  return { en, es: tied(before, en, es) };
}

const wordsOf = ({ title, summary, blocks }: LessonBodies['en']) =>
  contentHash({ title, summary, blocks: blocks.map((block) => ({ ...block, id: '' })) });
