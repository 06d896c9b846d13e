import { Injectable } from '@nestjs/common';
import { type ReleaseRow, toCourseCard } from '@haven/catalog/api';
import { type CourseProgress, type Enrolment, type LessonProgress } from '@haven/learning/contract';
import { Clock } from '@haven/shared/api';
import { type EntityManager, In } from 'typeorm';
import { CourseCompletionRow, type EnrolmentRow, LessonCompletionRow } from './enrolment.entity';
import { FactReader } from './fact-reader';
import { judge } from './judge';

/**
 * Progress is never stored: it is read from facts and awards each time. What is stored are the awards, made here and nowhere else, once,
 * and never taken back.
 */
@Injectable()
export class Progress {
  constructor(
    private readonly facts: FactReader,
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
    const earned = lessons.flatMap((lesson) => {
      const { evidence } = judge(lesson, factsOf(lesson));
      return evidence && !done.has(lesson.id)
        ? [{ personId: person, lessonId: lesson.id, releaseId: release.id, evidence, completedAt }]
        : [];
    });
    if (earned.length > 0)
      await manager.createQueryBuilder().insert().into(LessonCompletionRow).values(earned).orIgnore().execute();
    if (done.size + earned.length < lessons.length) return;
    const course = {
      personId: person,
      courseId: release.courseId,
      releaseId: release.id,
      releaseNumber: release.number,
      completedAt,
    };
    await manager.createQueryBuilder().insert().into(CourseCompletionRow).values(course).orIgnore().execute();
  }

  async course(manager: EntityManager, enrolment: EnrolmentRow, release: ReleaseRow): Promise<CourseProgress> {
    const { personId, courseId } = enrolment;
    const lessons = await this.lessons(manager, personId, release);
    const completion = await manager.findOneBy(CourseCompletionRow, { personId, courseId });
    return {
      course: courseId,
      slug: release.detail.slug,
      enrolledAt: enrolment.enrolledAt.toISOString(),
      completedAt: completion?.completedAt.toISOString() ?? null,
      completedRelease: completion?.releaseNumber ?? null,
      lessons,
      next: nextOf(lessons),
    };
  }

  async row(manager: EntityManager, enrolment: EnrolmentRow, release: ReleaseRow): Promise<Enrolment> {
    const { completedAt, enrolledAt, lessons, next } = await this.course(manager, enrolment, release);
    const done = lessons.filter((lesson) => lesson.completedAt !== null).length;
    return { course: toCourseCard(release), enrolledAt, completedAt, done, total: lessons.length, next };
  }

  private async lessons(manager: EntityManager, person: string, release: ReleaseRow): Promise<LessonProgress[]> {
    const done = await this.completions(manager, person, release);
    const factsOf = await this.facts.read(manager, person, release.manifest.lessons);
    return release.manifest.lessons.map((lesson) => {
      const completion = done.get(lesson.id);
      if (!completion)
        return { lesson: lesson.id, slug: lesson.slug, completedAt: null, ...judge(lesson, factsOf(lesson)) };
      const { completedAt, evidence } = completion;
      return { lesson: lesson.id, slug: lesson.slug, completedAt: completedAt.toISOString(), evidence, missing: null };
    });
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

const nextOf = (lessons: readonly LessonProgress[]) =>
  lessons.find((lesson) => lesson.completedAt === null)?.slug ?? null;
