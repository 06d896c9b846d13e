import { Injectable } from '@nestjs/common';
import { type GivenCredit } from '@haven/assessment/contract';
import { notFound } from '@haven/shared/api';
import { type EntityManager, IsNull } from 'typeorm';
import { type AttemptRow } from '../attempt.entity';
import { contentsAt } from '../question-contents';
import { type Act, standing } from './acts';
import { GradingRow } from './grading.entity';

/** What came of an attempt's marks later: the gradings that count, and the credit that was given by hand as its learner sees it. */
export interface Later {
  readonly acts: readonly Act[];
  readonly given: readonly GivenCredit[];
}

/** What was done to the grades of a quiz, for whoever marks an attempt at it. */
@Injectable()
export class Marks {
  /** The version of a question that was published last in a quiz, null where it never was, and the one that its authors see. */
  async versionsOf(
    manager: EntityManager,
    quiz: string,
    question: string,
  ): Promise<{ published: number | null; draft: number }> {
    const [row] = await manager.query<{ published: number | null; draft: number }[]>(
      `SELECT q.draft, (SELECT (p->>'number')::int FROM quiz_version v, jsonb_array_elements(v.questions) p
                         WHERE v.quiz_id = $1 AND p->>'question' = $2 ORDER BY v.number DESC LIMIT 1) AS published
         FROM question q JOIN quiz z ON z.id = $1 WHERE q.id = $2::uuid`,
      [quiz, question],
    );
    if (!row) throw notFound();
    return row;
  }

  /**
   * Has whoever grades attempts and whoever changes how they are graded wait for each other, to the end of the caller's transaction: else an
   * attempt that is handed in at that moment would be graded by what stood before, and be missed by what comes. `alone`: for a change.
   */
  async hold(manager: EntityManager, quiz: string, alone = false): Promise<void> {
    await manager.query(`SELECT pg_advisory_xact_lock${alone ? '' : '_shared'}(hashtextextended($1, 0))`, [
      `grading ${quiz}`,
    ]);
  }

  async at(manager: EntityManager, { id, quizId }: Pick<AttemptRow, 'id' | 'quizId'>): Promise<Later> {
    const rows = await manager.findBy(GradingRow, [
      { quizId, attemptId: IsNull() },
      { quizId, attemptId: id },
    ]);
    const given = standing(rows).flatMap(({ questionId: question, percent, reason, at }) =>
      percent !== null && reason !== null ? [{ question, percent, reason, at: at.toISOString() }] : [],
    );
    return { acts: await this.acts(manager, rows), given };
  }

  /** Those of `rows` that count, as what they do. */
  async acts(manager: EntityManager, rows: readonly GradingRow[]): Promise<Act[]> {
    const counting = standing(rows);
    const keys = counting.flatMap(({ questionId, number }) => (number ? { question: questionId, number } : []));
    const contents = await contentsAt(manager, keys);
    return counting.flatMap(({ questionId: question, attemptId: attempt, number, lower, percent }): Act[] => {
      if (percent !== null) return [{ kind: 'credit', question, attempt, percent }];
      const content = number && contents(question, number);
      return content ? [{ kind: 'key', question, attempt, number, content, lower }] : [];
    });
  }
}
