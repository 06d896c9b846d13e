import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Attempts } from '@haven/assessment/api';
import { type AttemptDetail, type PracticeAttempt, type QuizStanding } from '@haven/assessment/contract';
import { Catalog, lessonOf } from '@haven/catalog/api';
import { type CourseProgress, type Enrolments as EnrolmentList, type KeptAttemptParam } from '@haven/learning/contract';
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
        return one ? [{ ...(await this.progress.row(manager, row, one.release)), deleted: one.deleted }] : [];
      }),
    );
    return { items: items.flat(), next: null };
  }

  /** Begins a course; beginning again changes nothing. Owns its transaction. */
  async enrol(actor: Person, slug: string): Promise<CourseProgress> {
    return this.database.transaction(async (manager) => {
      const release = await this.catalog.release(manager, actor, slug);
      const row = { personId: actor.id, courseId: release.courseId, enrolledAt: this.clock.now() };
      await manager.createQueryBuilder().insert().into(EnrolmentRow).values(row).orIgnore().execute();
      await this.progress.award(manager, actor.id, release);
      return this.ownProgress(manager, actor, slug);
    });
  }

  async show(actor: Person, slug: string): Promise<CourseProgress> {
    return this.ownProgress(this.database.manager, actor, slug);
  }

  /** Notes that the actor read a lesson. The first time counts. Owns its transaction. */
  async markRead(actor: Person, slug: string, lessonSlug: string): Promise<CourseProgress> {
    return this.database.transaction(async (manager) => {
      const { release } = await this.own(manager, actor, slug);
      const lesson = lessonOf(release, lessonSlug);
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
      await this.progress.renew(manager, actor.id, release, lessonOf(release, lessonSlug));
      return this.ownProgress(manager, actor, slug);
    });
  }

  /** Begins an attempt at the quiz of a lesson, as the current release pins it, or goes on with the open one. */
  async attempt(actor: Person, slug: string, lessonSlug: string): Promise<AttemptDetail> {
    return this.attempts.start(actor, await this.quizOf(actor, slug, lessonSlug));
  }

  /** Where the actor stands at the quiz of a lesson, by the rules of the current release. */
  async standing(actor: Person, slug: string, lessonSlug: string): Promise<QuizStanding> {
    return this.attempts.standing(actor, await this.quizOf(actor, slug, lessonSlug));
  }

  /**
   * Takes over an attempt at the practice quiz of a lesson that was kept on a device, of whichever release the device had; sending it again
   * changes nothing. Begins the course where that had no line either. Owns its transaction.
   */
  async practise(
    actor: Person,
    { slug, lesson, id }: KeptAttemptParam,
    kept: PracticeAttempt,
  ): Promise<CourseProgress> {
    const news = await this.database.transaction(async (manager) => {
      const release = await this.catalog.anyRelease(manager, actor, slug, kept.release);
      const { quiz } = lessonOf(release, lesson);
      if (!quiz) throw notFound();
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
    const { quiz } = lessonOf(release, lessonSlug);
    if (!quiz) throw notFound();
    return { quiz: quiz.id, version: quiz.version, release: release.id };
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
    return { enrolment, release };
  }
}
