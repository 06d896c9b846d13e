import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { AttemptRow, Attempts } from '@haven/assessment/api';
import { type AttemptDetail, type PracticeAttempt, type QuizStanding } from '@haven/assessment/contract';
import { Access, Catalog, lessonOf } from '@haven/catalog/api';
import {
  type CourseProgress,
  type Enrolments as EnrolmentList,
  type KeptAttemptParam,
  type ReadMark,
} from '@haven/learning/contract';
import { type Actor, Clock, Events, notFound, type Person } from '@haven/shared/api';
import { type DataSource, type EntityManager } from 'typeorm';
import { EnrolmentRow, LessonReadRow } from './enrolment.entity';
import { Progress } from './progress';

/** People going through courses: beginning, reading, trying a quiz, and how far they have come. Everything here is the actor's own. */
@Injectable()
export class Enrolments {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly catalog: Catalog,
    private readonly access: Access,
    private readonly progress: Progress,
    private readonly attempts: Attempts,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** The courses that `actor` began, the newest first; a visitor has none. One page holds them all. */
  async list(actor: Actor): Promise<EnrolmentList> {
    if (actor.id === null) return { items: [], next: null };
    const manager = this.database.manager;
    const rows = await manager.find(EnrolmentRow, { where: { personId: actor.id }, order: { enrolledAt: 'DESC' } });
    const ids = rows.map((row) => row.courseId);
    const shown = (await this.catalog.releases(manager, ids)).map((release) => ({ release, deleted: false }));
    const gone = (await this.catalog.deleted(manager, ids)).map((release) => ({ release, deleted: true }));
    const known = new Map([...shown, ...gone].map((one) => [one.release.courseId, one]));
    const items = await Promise.all(
      rows.map(async (row) => {
        const one = known.get(row.courseId);
        if (!one || !(await this.access.isThere(manager, actor, one.release))) return [];
        return [{ ...(await this.progress.row(manager, row, one.release)), deleted: one.deleted }];
      }),
    );
    return { items: items.flat(), next: null };
  }

  /** Begins a course; beginning again changes nothing. Owns its transaction. @throws Refusal as `Access.begin` does. */
  async enrol(actor: Person, slug: string): Promise<CourseProgress> {
    return this.database.transaction(async (manager) => {
      const release = await this.catalog.release(manager, actor, slug);
      const begun = await manager.existsBy(EnrolmentRow, { personId: actor.id, courseId: release.courseId });
      await (begun ? this.access.find(manager, actor, release) : this.access.begin(manager, actor, release));
      const row = { personId: actor.id, courseId: release.courseId, enrolledAt: this.clock.now() };
      await manager.createQueryBuilder().insert().into(EnrolmentRow).values(row).orIgnore().execute();
      await this.progress.award(manager, actor.id, release);
      return this.ownProgress(manager, actor, slug);
    });
  }

  async show(actor: Person, slug: string): Promise<CourseProgress> {
    return this.ownProgress(this.database.manager, actor, slug);
  }

  /**
   * Notes that the actor read a lesson, at the time that their device tells. The first time counts. Owns its transaction.
   * @throws Refusal as `Access.work` does.
   */
  async markRead(actor: Person, slug: string, lessonSlug: string, { at }: ReadMark): Promise<CourseProgress> {
    return this.database.transaction(async (manager) => {
      const { release } = await this.own(manager, actor, slug);
      const lesson = lessonOf(release, lessonSlug);
      const marked = await manager.existsBy(LessonReadRow, { personId: actor.id, lessonId: lesson.id });
      if (!marked) await this.access.work(manager, actor, release, lesson, at);
      const row = { personId: actor.id, lessonId: lesson.id, readAt: this.clock.now() };
      await manager.createQueryBuilder().insert().into(LessonReadRow).values(row).orIgnore().execute();
      await this.progress.awardAll(manager, actor.id);
      return this.ownProgress(manager, actor, slug);
    });
  }

  /** Notes that the actor, who had completed the course, went through a changed lesson again. Owns its transaction. */
  async renew(actor: Person, slug: string, lessonSlug: string): Promise<CourseProgress> {
    return this.database.transaction(async (manager) => {
      const { release } = await this.own(manager, actor, slug);
      const lesson = lessonOf(release, lessonSlug);
      await this.access.read(manager, actor, release, lesson);
      await this.progress.renew(manager, actor.id, release, lesson);
      return this.ownProgress(manager, actor, slug);
    });
  }

  /**
   * Begins an attempt at the quiz of a lesson, as the current release pins it, or goes on with the open one, which may be finished whatever the
   * course has become. @throws Refusal as `Access.work` does.
   */
  async attempt(actor: Person, slug: string, lessonSlug: string): Promise<AttemptDetail> {
    const { quiz, release, lesson } = await this.quizOf(actor, slug, lessonSlug);
    const { manager } = this.database;
    const { open } = (await this.attempts.standings(manager, [actor.id], [quiz.quiz]))(actor.id, quiz.quiz);
    const goesOn = open && (open.deadline === null || open.deadline > this.clock.now());
    if (!goesOn) await this.access.work(manager, actor, release, lesson);
    return this.attempts.start(actor, quiz);
  }

  /** Where the actor stands at the quiz of a lesson, by the rules of the current release. */
  async standing(actor: Person, slug: string, lessonSlug: string): Promise<QuizStanding> {
    return this.attempts.standing(actor, (await this.quizOf(actor, slug, lessonSlug)).quiz);
  }

  /**
   * Takes over an attempt at the practice quiz of a lesson that was kept on a device, of whichever release the device had; sending it again
   * changes nothing. Begins the course where that had no line either. Owns its transaction.
   * @throws Refusal as `Access.work` does, by when it was begun.
   */
  async practise(
    actor: Person,
    { slug, lesson, id }: KeptAttemptParam,
    kept: PracticeAttempt,
  ): Promise<CourseProgress> {
    const news = await this.database.transaction(async (manager) => {
      const release = await this.catalog.anyRelease(manager, actor, slug, kept.release);
      const pinned = lessonOf(release, lesson);
      const { quiz } = pinned;
      if (!quiz) throw notFound();
      if (!(await manager.existsBy(AttemptRow, { id, personId: actor.id })))
        await this.access.work(
          manager,
          actor,
          await this.catalog.release(manager, actor, slug),
          pinned,
          kept.startedAt,
        );
      const row = { personId: actor.id, courseId: release.courseId, enrolledAt: this.clock.now() };
      await manager.createQueryBuilder().insert().into(EnrolmentRow).values(row).orIgnore().execute();
      const start = { quiz: quiz.id, version: quiz.version, release: release.id };
      return this.attempts.takeOver(manager, actor, id, start, kept);
    });
    await this.events.deliver(news);
    return this.show(actor, slug);
  }

  private async quizOf(actor: Person, slug: string, lessonSlug: string) {
    const { release } = await this.own(this.database.manager, actor, slug);
    const lesson = lessonOf(release, lessonSlug);
    const { quiz } = lesson;
    if (!quiz) throw notFound();
    return { release, lesson, quiz: { quiz: quiz.id, version: quiz.version, release: release.id } };
  }

  private async ownProgress(manager: EntityManager, actor: Person, slug: string): Promise<CourseProgress> {
    const { enrolment, release } = await this.own(manager, actor, slug);
    return this.progress.course(manager, enrolment, release);
  }

  /** @throws Refusal `not-found` for a course that the actor did not begin as for one that does not exist. */
  private async own(manager: EntityManager, actor: Person, slug: string) {
    const release = await this.catalog.release(manager, actor, slug);
    const enrolment = await manager.findOneBy(EnrolmentRow, { personId: actor.id, courseId: release.courseId });
    if (!enrolment) throw notFound();
    await this.access.find(manager, actor, release);
    return { enrolment, release };
  }
}
