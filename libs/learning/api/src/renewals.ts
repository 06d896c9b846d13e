import { Injectable } from '@nestjs/common';
import { Catalog, type PinnedLesson, type ReleaseRow } from '@haven/catalog/api';
import { type LessonNews } from '@haven/learning/contract';
import { Clock, notFound } from '@haven/shared/api';
import { type EntityManager } from 'typeorm';
import { CourseCompletionRow, LessonRenewalRow } from './enrolment.entity';
import { type Facts, judge } from './judge';
import { type SinceItem, sinceCompleted } from './since-completed';

/** What has come to a course since somebody completed it, and what of that they have gone through. Their completion stays as it is. */
@Injectable()
export class Renewals {
  constructor(
    private readonly catalog: Catalog,
    private readonly clock: Clock,
  ) {}

  /** `done`: the lessons that they completed. */
  async of(
    manager: EntityManager,
    completion: CourseCompletionRow,
    release: ReleaseRow,
    done: ReadonlySet<string>,
    factsOf: (lesson: PinnedLesson) => Facts,
  ): Promise<LessonNews[]> {
    const items = await this.items(manager, completion, release);
    if (items.length === 0) return [];
    const rows = await manager.findBy(LessonRenewalRow, { personId: completion.personId });
    return items.map((item) => {
      const { id, slug } = item.lesson;
      const marked = rows.some(({ lessonId, releaseNumber }) => lessonId === id && releaseNumber >= item.since);
      return {
        ...{ lesson: id, slug, kind: item.then ? ('changed' as const) : ('new' as const), asked: item.asked },
        done: item.then ? marked || renewed(item.then, item.lesson, factsOf(item.lesson)) : done.has(id),
      };
    });
  }

  /**
   * Notes that somebody went through a changed lesson again. In the caller's transaction; again changes nothing.
   * @throws Refusal `not-found` where the lesson is no news for them, or is a quiz, which is passed.
   */
  async mark(manager: EntityManager, person: string, release: ReleaseRow, lesson: PinnedLesson): Promise<void> {
    const completion = await manager.findOneBy(CourseCompletionRow, { personId: person, courseId: release.courseId });
    const items = completion ? await this.items(manager, completion, release) : [];
    const item = items.find((candidate) => candidate.lesson.id === lesson.id);
    if (!item?.then || lesson.rule.kind === 'pass') throw notFound();
    const row = { personId: person, lessonId: lesson.id, releaseNumber: release.number, renewedAt: this.clock.now() };
    await manager.createQueryBuilder().insert().into(LessonRenewalRow).values(row).orIgnore().execute();
  }

  private async items(
    manager: EntityManager,
    { releaseId, releaseNumber }: CourseCompletionRow,
    release: ReleaseRow,
  ): Promise<SinceItem[]> {
    if (releaseId === release.id || Object.keys(release.renewals).length === 0) return [];
    return sinceCompleted(releaseNumber, await this.catalog.pinned(manager, releaseId), release);
  }
}

/** What counts without a mark: the present version of the quiz is passed, or enough of another file of the recording is watched. */
function renewed(then: PinnedLesson, now: PinnedLesson, facts: Facts): boolean {
  if (now.rule.kind === 'pass') return now.quiz !== null && facts.passedVersions.includes(now.quiz.version);
  return then.recording?.rev !== now.recording?.rev && judge(now, facts).evidence !== null;
}
