import { Injectable, type OnModuleInit } from '@nestjs/common';
import { attemptSubmitted } from '@haven/assessment/api';
import { Catalog, coursePublished } from '@haven/catalog/api';
import { guestClaimed } from '@haven/identity/api';
import { watched } from '@haven/recordings/api';
import { Events } from '@haven/shared/api';
import { type EntityManager } from 'typeorm';
import { EnrolmentRow } from './enrolment.entity';
import { Progress } from './progress';

/** What learning does when it hears from the domains below: awards what was earned by it. Each answer is safe to repeat. */
@Injectable()
export class News implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly catalog: Catalog,
    private readonly progress: Progress,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(watched, (manager, { person }) => this.awardAll(manager, person));
    this.events.subscribe(attemptSubmitted, (manager, { person }) => this.awardAll(manager, person));
    this.events.subscribe(coursePublished, (manager, { course }) => this.published(manager, course));
    this.events.subscribe(guestClaimed, (manager, { guest, person }) => this.claimed(manager, guest, person));
  }

  /** In every course that the person began: the same recording or quiz can be part of several. */
  private async awardAll(manager: EntityManager, person: string): Promise<void> {
    const enrolments = await manager.findBy(EnrolmentRow, { personId: person });
    const releases = await this.catalog.releases(manager, enrolments.map((row) => row.courseId));
    for (const release of releases) await this.progress.award(manager, person, release);
  }

  /** A release that asks for less may complete the course of people who are under way. */
  private async published(manager: EntityManager, courseId: string): Promise<void> {
    const [release] = await this.catalog.releases(manager, [courseId]);
    if (!release) return;
    const rows = await manager.query<{ person: string }[]>(
      `SELECT person_id AS person FROM enrolment e WHERE course_id = $1 AND NOT EXISTS
         (SELECT 1 FROM course_completion c WHERE c.person_id = e.person_id AND c.course_id = e.course_id) ORDER BY person_id`,
      [courseId],
    );
    for (const { person } of rows) await this.progress.award(manager, person, release);
  }

  /** What a guest began, read and completed becomes the person's; where the person did it too, theirs stays. */
  private async claimed(manager: EntityManager, guest: string, person: string): Promise<void> {
    const tables = [
      ['enrolment', 'course_id', 'enrolled_at', ''],
      ['lesson_read', 'lesson_id', 'read_at', ''],
      ['lesson_completion', 'lesson_id', 'completed_at', ', release_id, evidence'],
      ['course_completion', 'course_id', 'completed_at', ', release_id, release_number'],
    ] as const;
    for (const [table, key, at, more] of tables)
      await manager.query(
        `INSERT INTO ${table} AS t (person_id, ${key}, ${at}${more}) SELECT $2, ${key}, ${at}${more} FROM ${table} WHERE person_id = $1
         ON CONFLICT (person_id, ${key}) DO NOTHING`,
        [guest, person],
      );
    await this.awardAll(manager, person);
  }
}
