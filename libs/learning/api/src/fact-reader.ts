import { Injectable } from '@nestjs/common';
import { type AttemptRow, Attempts } from '@haven/assessment/api';
import { type PinnedLesson } from '@haven/catalog/api';
import { CoverageRow, fromMultirange } from '@haven/recordings/api';
import { type EntityManager, In } from 'typeorm';
import { LessonReadRow } from './enrolment.entity';
import { type Facts } from './judge';

/** Gathers what the domains below know of people, for a list of lessons at once. */
@Injectable()
export class FactReader {
  constructor(private readonly attempts: Attempts) {}

  async read(
    manager: EntityManager,
    person: string,
    lessons: readonly PinnedLesson[],
  ): Promise<(lesson: PinnedLesson) => Facts> {
    const factsOf = await this.readAll(manager, [person], lessons);
    return (lesson) => factsOf(person, lesson);
  }

  /** The same for many people. */
  async readAll(
    manager: EntityManager,
    people: readonly string[],
    lessons: readonly PinnedLesson[],
  ): Promise<(person: string, lesson: PinnedLesson) => Facts> {
    const personId = In([...people]);
    const reads = await manager.findBy(LessonReadRow, { personId, lessonId: In(lessons.map((lesson) => lesson.id)) });
    const recordings = lessons.flatMap((lesson) => lesson.recording?.id ?? []);
    const coverage = await manager.findBy(CoverageRow, { personId, recordingId: In(recordings) });
    const quizzes = lessons.flatMap((lesson) => lesson.quiz?.id ?? []);
    const standingAt = await this.attempts.standings(manager, people, quizzes);
    const readLessons = new Set(reads.map((row) => `${row.personId} ${row.lessonId}`));
    const covered = new Map(coverage.map((row) => [`${row.personId} ${row.recordingId} ${row.rev}`, row]));
    return (person, { id, recording, quiz }) => {
      const row = recording ? covered.get(`${person} ${recording.id} ${recording.rev}`) : undefined;
      const standing = quiz ? standingAt(person, quiz.id) : undefined;
      return {
        read: readLessons.has(`${person} ${id}`),
        ranges: row ? fromMultirange(row.seen) : [],
        unproven: row ? fromMultirange(row.unproven) : [],
        transcriptRead: Boolean(row?.transcriptReadAt),
        passed: passedAs(standing?.passed ?? null),
        passedVersions: standing?.versions ?? [],
        openAttempt: standing?.open?.id ?? null,
      };
    };
  }
}

/** The number of questions is the attempt's own: the quiz may have been shortened since. */
const passedAs = (attempt: AttemptRow | null): Facts['passed'] =>
  attempt && { attempt: attempt.id, credit: attempt.credit ?? 0, questions: attempt.questions };
