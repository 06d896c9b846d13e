import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  changeOutline,
  lessonsOf,
  type NewCourse,
  type OutlineChange,
  type StudioCourse,
  type Title,
} from '@haven/catalog/contract';
import { Clock, contentHash, newId, notFound, type Person, Refusal, stale } from '@haven/shared/api';
import { slugFrom } from '@haven/shared/contract';
import { type DataSource, type EntityManager } from 'typeorm';
import { Borrowing } from './borrowing';
import { CourseContent, LessonContent } from './content';
import { CourseRow, ItemRow, ItemVersionRow } from './course.entity';
import { titleOf } from './diff';
import { Drafts } from './drafts';
import { freeName } from './free-name';
import { Items } from './items';
import { ownCover, ownMedia } from './media/media-of';
import { NewLessons, retitled } from './new-lessons';
import { settled } from './settings';
import { tiedCourse } from './translation/course-parts';

type Loans = NonNullable<CourseContent['borrowed']>;

/** What making a lesson needs to know. `loans`: also those that the outline has not, whose addresses are not free either. */
interface Work {
  readonly manager: EntityManager;
  readonly actor: Person;
  readonly course: string;
  readonly loans: Loans;
}

/** A module in work: `changeOutline` knows lessons as things with an id. */
type Module = Omit<CourseContent['modules'][number], 'lessons'> & { lessons: readonly { id: string }[] };

/** Making courses, and changing their outlines by one change at a time. Nothing here changes what a learner sees. */
@Injectable()
export class Outlines {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly drafts: Drafts,
    private readonly items: Items,
    private readonly lessons: NewLessons,
    private readonly borrowing: Borrowing,
    private readonly clock: Clock,
  ) {}

  /** Begins a course of `actor`'s, with no module in it. Owns its transaction. @throws Refusal `conflict` where the address is taken. */
  async create(actor: Person, { slug, title, summary, topic }: NewCourse): Promise<StudioCourse> {
    const id = newId();
    await this.database.transaction(async (manager) => {
      if (!(await insertCourse(manager, { id, slug, authorId: actor.id }))) throw taken();
      const content: CourseContent = {
        ...{ title, summary, topic, outcomes: { en: [] }, languages: ['en', 'es'], modules: [] },
        reviewedOn: this.clock.now().toISOString().slice(0, 10),
      };
      await this.items.add(manager, { id, courseId: id, kind: 'course', slug: `course:${slug}` }, content, actor.id);
    });
    return this.drafts.course(actor, id);
  }

  /**
   * Applies one change, written on version `read` of the course, to the draft as it is now. Changes of two people to different things both
   * happen; the same change sent again happens once. Owns its transaction: changes of one course wait for each other.
   * @throws Refusal `stale` where it would undo something that was not there at version `read`. Nothing is changed then.
   */
  async change(actor: Person, id: string, read: number, change: OutlineChange): Promise<StudioCourse> {
    await this.database.transaction(async (manager) => {
      await this.drafts.load(manager, actor, id, true);
      const item = await manager.findOneByOrFail(ItemRow, { id, kind: 'course' });
      if (read > item.draft) throw stale();
      const now = await this.content(manager, id, item.draft);
      const seen = read === item.draft ? now : await this.content(manager, id, read);
      const past = change.do === 'restore' ? await this.content(manager, id, change.from) : seen;
      const modules = changeOutline<{ id: string }, Module>(inWork(now), change, {
        ...{ seen: inWork(seen), past: inWork(past) },
        module: (module, title) => ({ id: module, slug: '', title, lessons: [] }),
        lesson: (lesson) => ({ id: lesson }),
      });
      if (!modules) throw stale();
      if (change.do === 'rename-lesson') await this.rename(manager, actor, id, change);
      const there = new Set(lessonsOf(inWork(now)).map((lesson) => lesson.id));
      const fresh = lessonsOf(modules).flatMap((lesson) => (there.has(lesson.id) ? [] : lesson.id));
      const loans = await this.loansAfter(manager, id, change, fresh, { ...past.borrowed, ...now.borrowed });
      await this.make({ manager, actor, course: id, loans }, change, fresh);
      const next = tiedCourse(now, withLoans({ ...said(now, change), modules: stored(modules) }, loans));
      if (change.do === 'settle') await ownCover(manager, id, next);
      if (contentHash(next) !== contentHash(now)) await this.items.write(manager, item, next, actor.id);
    });
    return this.drafts.course(actor, id);
  }

  /** Makes the lessons that `change` adds. `fresh`: those that the outline did not have before it. */
  private async make(work: Work, change: OutlineChange, fresh: readonly string[]): Promise<void> {
    const { manager, actor, course, loans } = work;
    if (change.do === 'add-lesson' && change.source.kind !== 'lesson' && fresh.includes(change.lesson))
      await this.add(work, change.lesson, await this.lessons.from(manager, actor, change.title, change.source));
    for (const { lesson, copy, title } of copiesOf(change)) {
      if (!fresh.includes(copy)) continue;
      const loan = (await this.borrowing.loans(manager, loans)).get(lesson);
      const content = loan
        ? await this.borrowing.content(manager, loan)
        : (await this.drafts.loadLesson(manager, course, lesson)).content;
      const made = await this.lessons.copy(manager, actor, content, title ?? titleOf(content));
      if (loan) await ownMedia(manager, actor, course, made.bodies);
      await this.add(work, copy, made);
    }
  }

  /** `known` and the lesson that `change` borrows or has follow. @throws Refusal `not-found`, `conflict` for a lesson of the course's own. */
  private async loansAfter(
    manager: EntityManager,
    course: string,
    change: OutlineChange,
    fresh: readonly string[],
    known: Loans,
  ): Promise<Loans> {
    const wish = loanIn(change, fresh);
    if (!wish) return known;
    const { lesson, follow } = wish;
    const had = known[lesson];
    if (change.do === 'borrow' && !had) throw notFound();
    const release = await this.borrowing.release(manager, course, lesson);
    const item = await manager.findOneByOrFail(ItemRow, { id: lesson });
    const slug = had?.slug ?? (await this.freeSlug(manager, course, known, item.slug));
    return { ...known, [lesson]: { slug, release: follow ? null : release } };
  }

  private async rename(
    manager: EntityManager,
    actor: Person,
    course: string,
    { lesson, was, title }: { lesson: string; was: Title; title: Title },
  ): Promise<void> {
    const { item, content } = await this.drafts.loadLesson(manager, course, lesson, true);
    const next = { ...content, bodies: retitled(content.bodies, title) };
    if (contentHash(next) === contentHash(content)) return;
    if (contentHash(titleOf(content)) !== contentHash(was)) throw stale();
    await this.items.write(manager, item, next, actor.id);
  }

  private async add({ manager, actor, course, loans }: Work, id: string, content: LessonContent): Promise<void> {
    // An id that is taken, here or anywhere, is not the sender's to give.
    if (await manager.existsBy(ItemRow, { id })) throw new Refusal('conflict', 'This lesson is there already.');
    const slug = await this.freeSlug(manager, course, loans, slugFrom(content.bodies.en.title) || 'lesson');
    const item = { id, courseId: course, kind: 'lesson' as const, slug };
    await this.items.add(manager, item, LessonContent.parse(content), actor.id);
  }

  /** Lessons that were removed keep their address: links to it must not lead to another lesson, and they may come back. */
  private async freeSlug(manager: EntityManager, courseId: string, loans: Loans, wish: string): Promise<string> {
    const rows = await manager.findBy(ItemRow, { courseId });
    return freeName(wish, new Set([...rows, ...Object.values(loans)].map(({ slug }) => slug)));
  }

  private async content(manager: EntityManager, itemId: string, number: number): Promise<CourseContent> {
    const version = await manager.findOneBy(ItemVersionRow, { itemId, number });
    if (!version) throw stale();
    return CourseContent.parse(version.content);
  }
}

/** Makes the row of a course. False where its address is another's already; whoever is making one with the same is waited for. */
export async function insertCourse(
  manager: EntityManager,
  { id, slug, authorId }: Pick<CourseRow, 'id' | 'slug' | 'authorId'>,
): Promise<boolean> {
  const made = await manager
    .createQueryBuilder()
    .insert()
    .into(CourseRow)
    .values({ id, slug, authorId })
    .orIgnore()
    .returning('id')
    .execute();
  return (made.raw as unknown[]).length > 0;
}

/** The refusal of an address that is another's already. */
export const taken = () =>
  new Refusal('conflict', 'Another course has this address already. Choose another one.', [
    { path: 'slug', message: 'taken' },
  ]);

function copiesOf(change: OutlineChange): { lesson: string; copy: string; title?: Title }[] {
  if (change.do === 'duplicate-lesson') return [change];
  return change.do === 'duplicate-module' ? change.lessons : [];
}

const inWork = ({ modules }: CourseContent): Module[] =>
  modules.map((module) => ({ ...module, lessons: module.lessons.map((id) => ({ id })) }));

/** Back to ids. A new module gets its address from its title. */
function stored(modules: readonly Module[]): CourseContent['modules'] {
  const slugs = new Set(modules.map(({ slug }) => slug));
  return modules.map(({ id, slug, title, lessons }) => {
    const name = slug || freeName(slugFrom(title.en) || 'module', slugs);
    return { id, slug: name, title, lessons: lessons.map((lesson) => lesson.id) };
  });
}

function loanIn(change: OutlineChange, fresh: readonly string[]): { lesson: string; follow: boolean } | null {
  if (change.do === 'borrow') return change;
  if (change.do !== 'add-lesson' || change.source.kind !== 'lesson' || !fresh.includes(change.lesson)) return null;
  return { lesson: change.lesson, follow: change.source.follow };
}

/** Keeps of the loans those that the outline has. */
function withLoans(content: CourseContent, known: Loans): CourseContent {
  const { borrowed: _, ...rest } = content;
  const there = new Set(content.modules.flatMap(({ lessons }) => lessons));
  const loans = Object.entries(known).filter(([lesson]) => there.has(lesson));
  return loans.length > 0 ? { ...rest, borrowed: Object.fromEntries(loans) } : rest;
}

/** What is said of the course itself. @throws Refusal `stale` where that is not what the sender wrote over. */
function said(now: CourseContent, change: OutlineChange): CourseContent {
  if (change.do === 'settle') return settled(now, change.was, change.now);
  if (change.do !== 'describe') return now;
  const { title, summary, topic } = now;
  const words = contentHash({ title, summary, topic });
  if (words !== contentHash(change.was) && words !== contentHash(change.now)) throw stale();
  return { ...now, ...change.now };
}
