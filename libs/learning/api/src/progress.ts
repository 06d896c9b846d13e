import { Injectable } from '@nestjs/common';
import { Catalog, type PinnedLesson, type ReleaseRow, toCourseCard } from '@haven/catalog/api';
import { type CourseProgress, type Enrolment, type LessonProgress } from '@haven/learning/contract';
import { Clock } from '@haven/shared/api';
import { type EntityManager, In } from 'typeorm';
import { CourseCompletionRow, EnrolmentRow, LessonCompletionRow } from './enrolment.entity';
import { FactReader } from './fact-reader';
import { type Facts, judge } from './judge';
import { Renewals } from './renewals';
import { standingIn } from './standing';

/**
 * Progress is never stored: it is read from facts and awards each time. What is stored are the awards, made here and nowhere else, once,
 * and never taken back.
 */
@Injectable()
export class Progress {
  constructor(
    private readonly catalog: Catalog,
    private readonly facts: FactReader,
    private readonly renewals: Renewals,
    private readonly clock: Clock,
  ) {}

  /** Awards every lesson whose rule is met by now, and the course when none is left, in the caller's transaction. Running again adds nothing. */
  async award(manager: EntityManager, person: string, release: ReleaseRow): Promise<void> {
    // Two lessons finished at the same moment wait for each other here: else neither would see that the other was the last.
    await manager.query('SELECT 1 FROM enrolment WHERE person_id = $1 AND course_id = $2 FOR UPDATE', [
      person,
      release.courseId,
    ]);
    const { lessons } = release.manifest;
    const done = await this.completions(manager, person, release);
    const factsOf = await this.facts.read(manager, person, lessons);
    const completedAt = this.clock.now();
    const { earned, open } = standingIn(lessons, new Set(done.keys()), factsOf);
    const awards = earned.map(({ lesson, evidence }) => ({
      ...{ personId: person, lessonId: lesson, releaseId: release.id, evidence, completedAt },
    }));
    if (awards.length > 0)
      await manager.createQueryBuilder().insert().into(LessonCompletionRow).values(awards).orIgnore().execute();
    if (open > 0) return;
    const course = {
      personId: person,
      courseId: release.courseId,
      releaseId: release.id,
      releaseNumber: release.number,
      completedAt,
    };
    await manager.createQueryBuilder().insert().into(CourseCompletionRow).values(course).orIgnore().execute();
  }

  /** Awards in every course that the person began: the same lesson, recording or quiz can be part of several. */
  async awardAll(manager: EntityManager, person: string): Promise<void> {
    const enrolments = await manager.findBy(EnrolmentRow, { personId: person });
    const releases = await this.catalog.releases(
      manager,
      enrolments.map((row) => row.courseId),
    );
    // In one order everywhere, so that two who lock several enrolments of one person do not wait for each other.
    for (const release of releases.sort((a, b) => (a.courseId < b.courseId ? -1 : 1)))
      await this.award(manager, person, release);
  }

  /** Notes that somebody went through a lesson again that has changed since they completed the course. @throws Refusal `not-found` */
  renew(manager: EntityManager, person: string, release: ReleaseRow, lesson: PinnedLesson): Promise<void> {
    return this.renewals.mark(manager, person, release, lesson);
  }

  async course(manager: EntityManager, enrolment: EnrolmentRow, release: ReleaseRow): Promise<CourseProgress> {
    const { personId, courseId } = enrolment;
    const done = await this.completions(manager, personId, release);
    const factsOf = await this.facts.read(manager, personId, release.manifest.lessons);
    const lessons = release.manifest.lessons.map((lesson) => lessonProgress(lesson, done.get(lesson.id), factsOf));
    const completion = await manager.findOneBy(CourseCompletionRow, { personId, courseId });
    const news = completion ? await this.renewals.of(manager, completion, release, new Set(done.keys()), factsOf) : [];
    return {
      course: courseId,
      slug: release.detail.slug,
      enrolledAt: enrolment.enrolledAt.toISOString(),
      completedAt: completion?.completedAt.toISOString() ?? null,
      completedRelease: completion?.releaseNumber ?? null,
      lessons,
      news,
      next: nextOf(lessons),
    };
  }

  async row(manager: EntityManager, enrolment: EnrolmentRow, release: ReleaseRow): Promise<Omit<Enrolment, 'deleted'>> {
    const { completedAt, enrolledAt, lessons, news: all, next } = await this.course(manager, enrolment, release);
    const done = lessons.filter((lesson) => lesson.completedAt !== null).length;
    const news = all.filter((item) => !item.done);
    return {
      ...{
        course: toCourseCard(release, this.clock.now()),
        enrolledAt,
        completedAt,
        done,
        total: lessons.length,
        next,
      },
      ...{ news: news.length, asked: news.filter(({ asked }) => asked).length },
    };
  }

  private async completions(
    manager: EntityManager,
    person: string,
    release: ReleaseRow,
  ): Promise<Map<string, LessonCompletionRow>> {
    const lessonIds = release.manifest.lessons.map((lesson) => lesson.id);
    const rows = await manager.findBy(LessonCompletionRow, { personId: person, lessonId: In(lessonIds) });
    return new Map(rows.map((row) => [row.lessonId, row]));
  }
}

function lessonProgress(
  lesson: PinnedLesson,
  completion: LessonCompletionRow | undefined,
  factsOf: (lesson: PinnedLesson) => Facts,
): LessonProgress {
  const { id, slug } = lesson;
  if (!completion) return { lesson: id, slug, completedAt: null, ...judge(lesson, factsOf(lesson)) };
  const { completedAt, evidence } = completion;
  return { lesson: id, slug, completedAt: completedAt.toISOString(), evidence, missing: null };
}

const nextOf = (lessons: readonly LessonProgress[]) =>
  lessons.find((lesson) => lesson.completedAt === null)?.slug ?? null;
