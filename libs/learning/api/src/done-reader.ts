import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Attempts } from '@haven/assessment/api';
import { Access, type Done, type ReleaseRow } from '@haven/catalog/api';
import { type EntityManager, In } from 'typeorm';
import { EnrolmentRow, LessonCompletionRow } from './enrolment.entity';

/** Tells the door of the courses what somebody has done. */
@Injectable()
export class DoneReader implements OnModuleInit {
  constructor(
    private readonly access: Access,
    private readonly attempts: Attempts,
  ) {}

  onModuleInit(): void {
    this.access.report((manager, person, release, prerequisites) => this.read(manager, person, release, prerequisites));
  }

  private async read(
    manager: EntityManager,
    personId: string,
    { courseId, manifest: { lessons } }: ReleaseRow,
    prerequisites: readonly string[],
  ): Promise<Done> {
    const lessonIds = lessons.map(({ id }) => id);
    const quizzes = lessons.flatMap(({ quiz }) => quiz?.id ?? []);
    const done = await manager.findBy(LessonCompletionRow, { personId, lessonId: In(lessonIds) });
    const standingAt = await this.attempts.standings(manager, [personId], quizzes);
    const underWay = lessons.filter(({ quiz }) => quiz && standingAt(personId, quiz.id).open);
    const completed = await manager.query<{ slug: string }[]>(
      'SELECT c.slug FROM course_completion JOIN course c ON c.id = course_id WHERE person_id = $1 AND c.slug = ANY($2)',
      [personId, prerequisites],
    );
    return {
      begun: await manager.existsBy(EnrolmentRow, { personId, courseId }),
      completed: new Set(completed.map(({ slug }) => slug)),
      done: new Set(done.map(({ lessonId }) => lessonId)),
      underWay: new Set(underWay.map(({ id }) => id)),
    };
  }
}
