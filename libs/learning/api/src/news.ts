import { Injectable, type OnModuleInit } from '@nestjs/common';
import { attemptSubmitted } from '@haven/assessment/api';
import { coursePublished } from '@haven/catalog/api';
import { guestClaimed } from '@haven/identity/api';
import { watched } from '@haven/recordings/api';
import { Clock, Events, topic } from '@haven/shared/api';
import { type EntityManager } from 'typeorm';
import { Progress } from './progress';

/** Somebody may have earned something by now. */
const lookAgain = topic<{ person: string }>('learning.look-again');

/** What learning does when it hears from the domains below: awards what was earned by it. Each answer is safe to repeat. */
@Injectable()
export class News implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly progress: Progress,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(watched, (manager, { person }) => this.progress.awardAll(manager, person));
    this.events.subscribe(attemptSubmitted, (manager, { person }) => this.progress.awardAll(manager, person));
    this.events.subscribe(lookAgain, (manager, { person }) => this.progress.awardAll(manager, person));
    this.events.subscribe(coursePublished, (manager, { course }) => this.published(manager, course));
    this.events.subscribe(guestClaimed, (manager, { guest, person }) => this.claimed(manager, guest, person));
  }

  /**
   * A release that asks for less may complete the course of people who are under way. One piece of news for each of them, for the worker:
   * nobody who publishes waits for thousands.
   */
  private async published(manager: EntityManager, courseId: string): Promise<void> {
    await manager.query(
      `INSERT INTO outbox_event (id, topic, payload, due)
       SELECT gen_random_uuid(), $2, jsonb_build_object('person', person_id), $3 FROM enrolment e WHERE course_id = $1 AND NOT EXISTS
         (SELECT 1 FROM course_completion c WHERE c.person_id = e.person_id AND c.course_id = e.course_id)`,
      [courseId, lookAgain.name, this.clock.now()],
    );
  }

  /** What a guest began, read, completed and noted becomes the person's; where the person did it too, theirs stays. */
  private async claimed(manager: EntityManager, guest: string, person: string): Promise<void> {
    const tables = [
      ['enrolment', 'course_id', 'enrolled_at', ''],
      ['lesson_read', 'lesson_id', 'read_at', ''],
      ['lesson_renewal', 'lesson_id, release_number', 'renewed_at', ''],
      ['lesson_completion', 'lesson_id', 'completed_at', ', release_id, evidence'],
      ['course_completion', 'course_id', 'completed_at', ', release_id, release_number'],
      ['note', 'id', 'changed_at', ', lesson_id, recording_id, rev, at, text, edits, twin'],
    ] as const;
    for (const [table, key, at, more] of tables)
      await manager.query(
        `INSERT INTO ${table} AS t (person_id, ${key}, ${at}${more}) SELECT $2, ${key}, ${at}${more} FROM ${table} WHERE person_id = $1
         ON CONFLICT (person_id, ${key}) DO NOTHING`,
        [guest, person],
      );
    await this.progress.awardAll(manager, person);
  }
}
