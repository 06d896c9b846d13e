import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Recordings } from '@haven/recordings/api';
import { Clock, Events, newId, Refusal, topic } from '@haven/shared/api';
import { type EntityManager, IsNull, MoreThan } from 'typeorm';
import { type CourseRow, ReleaseRow } from './course.entity';
import { showMedia } from './media/media-of';
import { renewalsOf } from './renewals';
import { type CourseTree } from './tree';
import { Trees } from './trees';

/** Learners see another release of a course, from the moment on at which this is heard. */
export const coursePublished = topic<{ course: string }>('catalog.course-published');

/** When learners will see another release of a course is decided anew. */
export const coursePlanned = topic<{ course: string }>('catalog.course-planned');

const YEAR_MS = 366 * 24 * 3_600_000;

/** A release that is to be: what it shows, who says so, and when it is seen; null is at once. */
export interface NewRelease extends Pick<ReleaseRow, 'manifest' | 'detail' | 'note' | 'source' | 'completed'> {
  readonly by: string;
  readonly at: string | null;
}

/**
 * The releases of a course in their order. Numbers and times go the same way: whoever adds a release cancels what was planned for its time or
 * later, because that was made before it. All in the caller's transaction, which has the course locked where it writes.
 */
@Injectable()
export class ReleaseLine implements OnModuleInit {
  constructor(
    private readonly trees: Trees,
    private readonly recordings: Recordings,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(coursePublished, async (manager, { course }) => {
      const release = await this.current(manager, course);
      if (release) await this.open(manager, release);
    });
  }

  /** What learners see now. */
  current(manager: EntityManager, courseId: string): Promise<ReleaseRow | null> {
    return manager
      .createQueryBuilder(ReleaseRow, 'release')
      .where('release.id = release_at(:courseId, :now)', { courseId, now: this.clock.now() })
      .getOne();
  }

  /** What learners will see, the next one first. */
  planned(manager: EntityManager, courseId: string): Promise<ReleaseRow[]> {
    return manager.find(ReleaseRow, {
      where: { courseId, cancelledAt: IsNull(), effectiveAt: MoreThan(this.clock.now()) },
      order: { effectiveAt: 'ASC' },
    });
  }

  /** The last release that learners will have seen when `at` comes, before anything that is planned for that time or later. */
  async before(manager: EntityManager, courseId: string, at: string | null): Promise<ReleaseRow | null> {
    const planned = at ? await this.planned(manager, courseId) : [];
    return planned.findLast(({ effectiveAt }) => effectiveAt < timeOf(at)) ?? this.current(manager, courseId);
  }

  async nextNumber(manager: EntityManager, courseId: string): Promise<number> {
    return 1 + ((await manager.maximum(ReleaseRow, 'number', { courseId })) ?? 0);
  }

  /** Makes a release and answers it with the news to deliver. `tree`: what it shows. @throws Refusal `invalid` for a time that cannot be. */
  async add(
    manager: EntityManager,
    course: CourseRow,
    tree: CourseTree,
    { by, at, ...shown }: NewRelease,
  ): Promise<{ release: ReleaseRow; news: string[] }> {
    const publishedAt = this.clock.now();
    const effectiveAt = at ? this.comingTime(at, publishedAt) : publishedAt;
    const before = await this.before(manager, course.id, at);
    for (const { id, effectiveAt: time } of await this.planned(manager, course.id))
      if (time >= effectiveAt) await manager.update(ReleaseRow, { id }, { cancelledAt: publishedAt });
    const number = await this.nextNumber(manager, course.id);
    const renewals = renewalsOf(before, { number, ...shown });
    const none = { renewals, cancelledAt: null, openedAt: null };
    const row = { id: newId(), courseId: course.id, number, ...shown, publishedBy: by, publishedAt, effectiveAt };
    const release = manager.create(ReleaseRow, { ...row, ...none });
    await manager.insert(ReleaseRow, release);
    if (!at) await this.open(manager, release, tree);
    return { release, news: await this.announce(manager, release) };
  }

  /**
   * Gives a planned release another time, or none: then it is seen at once. Answers the news.
   * @throws Refusal `conflict` where it is not planned, or another one would come to stand before one that was made earlier.
   */
  async move(manager: EntityManager, release: ReleaseRow, at: string | null): Promise<string[]> {
    const planned = await this.planned(manager, release.courseId);
    const place = planned.findIndex(({ id }) => id === release.id);
    if (place < 0) throw tooLate();
    const now = this.clock.now();
    release.effectiveAt = at ? this.comingTime(at, now) : now;
    const [earlier, later] = [planned[place - 1], planned[place + 1]];
    if (earlier && earlier.effectiveAt >= release.effectiveAt) throw outOfOrder(earlier.number);
    if (later && later.effectiveAt <= release.effectiveAt) throw outOfOrder(later.number);
    await manager.update(ReleaseRow, { id: release.id }, { effectiveAt: release.effectiveAt });
    return this.announce(manager, release);
  }

  /** Takes a planned release back and answers the news. What follows it says anew what is news in it. @throws Refusal `conflict` where it is not planned. */
  async cancel(manager: EntityManager, release: ReleaseRow): Promise<string[]> {
    const now = this.clock.now();
    if (release.cancelledAt || release.effectiveAt <= now) throw tooLate();
    release.cancelledAt = now;
    await manager.update(ReleaseRow, { id: release.id }, { cancelledAt: now });
    let before = await this.before(manager, release.courseId, release.effectiveAt.toISOString());
    for (const next of await this.planned(manager, release.courseId)) {
      if (next.effectiveAt < release.effectiveAt) continue;
      next.renewals = renewalsOf(before, next);
      await manager.update(ReleaseRow, { id: next.id }, { renewals: next.renewals });
      before = next;
    }
    return this.events.record(manager, coursePlanned, [{ course: release.courseId }]);
  }

  /**
   * Opens to everyone what a release in effect shows. Nobody has to have done it at the very moment: whoever first reads the release does.
   * Doing it again changes nothing.
   */
  async open(manager: EntityManager, release: ReleaseRow, tree?: CourseTree): Promise<void> {
    if (release.openedAt) return;
    await this.recordings.publish(
      manager,
      release.manifest.lessons.flatMap(({ recording }) => recording ?? []),
    );
    await showMedia(manager, release.courseId, tree ?? (await this.trees.release(manager, release)));
    release.openedAt = this.clock.now();
    await manager.update(ReleaseRow, { id: release.id }, { openedAt: release.openedAt });
  }

  deliver(news: readonly string[]): Promise<void> {
    return this.events.deliver(news);
  }

  /** What is seen later is news when it is seen, and a change of plans now. */
  private async announce(manager: EntityManager, { courseId: course, effectiveAt }: ReleaseRow): Promise<string[]> {
    const seen = await this.events.record(manager, coursePublished, [{ course }], effectiveAt);
    return [...seen, ...(await this.events.record(manager, coursePlanned, [{ course }]))];
  }

  private comingTime(at: string, now: Date): Date {
    const time = timeOf(at);
    const wrong = time <= now ? 'passed' : time.getTime() > now.getTime() + YEAR_MS ? 'far' : null;
    if (wrong)
      throw new Refusal('invalid', 'Choose a time that is still to come, within a year from now.', [
        { path: 'at', message: wrong },
      ]);
    return time;
  }
}

const timeOf = (at: string | null) => new Date(at ?? 0);

const tooLate = () => new Refusal('conflict', 'This release is not planned any more. Look at the history again.');

const outOfOrder = (number: number) =>
  new Refusal('conflict', `Release ${number} is planned too, and releases follow each other by their numbers.`, [
    { path: 'at', message: String(number) },
  ]);
