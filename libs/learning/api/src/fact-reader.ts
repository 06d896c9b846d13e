import { Injectable } from '@nestjs/common';
import { type AttemptRow, Attempts } from '@haven/assessment/api';
import { type PinnedLesson } from '@haven/catalog/api';
import { CoverageRow, fromMultirange } from '@haven/recordings/api';
import { type EntityManager, In } from 'typeorm';
import { LessonReadRow } from './enrolment.entity';
import { type Facts } from './judge';

/** Gathers what the domains below know of one person, for a list of lessons at once. */
@Injectable()
export class FactReader {
  constructor(private readonly attempts: Attempts) {}

  async read(
    manager: EntityManager,
    person: string,
    lessons: readonly PinnedLesson[],
  ): Promise<(lesson: PinnedLesson) => Facts> {
    const reads = await manager.findBy(LessonReadRow, {
      personId: person,
      lessonId: In(lessons.map((lesson) => lesson.id)),
    });
    const recordings = lessons.flatMap((lesson) => lesson.recording?.id ?? []);
    const coverage = await manager.findBy(CoverageRow, { personId: person, recordingId: In(recordings) });
    const quizzes = lessons.flatMap((lesson) => lesson.quiz?.id ?? []);
    const standingAt = await this.attempts.standings(manager, person, quizzes);
    const readLessons = new Set(reads.map((row) => row.lessonId));
    const covered = new Map(coverage.map((row) => [`${row.recordingId} ${row.rev}`, row]));
    return (lesson) => {
      const row = lesson.recording ? covered.get(`${lesson.recording.id} ${lesson.recording.rev}`) : undefined;
      const standing = lesson.quiz ? standingAt(lesson.quiz.id) : undefined;
      return {
        read: readLessons.has(lesson.id),
        ranges: row ? fromMultirange(row.seen) : [],
        unproven: row ? fromMultirange(row.unproven) : [],
        transcriptRead: Boolean(row?.transcriptReadAt),
        passed: passedAs(standing?.passed ?? null),
        openAttempt: standing?.open?.id ?? null,
      };
    };
  }
}

/** The number of questions is the attempt's own: the quiz may have been shortened since. */
const passedAs = (attempt: AttemptRow | null): Facts['passed'] =>
  attempt && { attempt: attempt.id, credit: attempt.credit ?? 0, questions: attempt.questions };
