import { type QuestionDraft, type QuizRules } from '@haven/assessment/contract';
import { contentHash } from '@haven/shared/api';
import { type EntityManager } from 'typeorm';
import { type Drawn, type PinnedQuestion, QuizVersionRow } from './quiz.entity';

/** A question as a version of a quiz asks it: one of its own, or one that it draws from another quiz. */
export interface Asked extends QuestionDraft {
  readonly drawn?: Drawn;
}

/** The version that pins exactly these rules and questions, and whether it is `known`: the same were pinned before. Writes nothing. */
export async function quizVersionOf(
  manager: EntityManager,
  quizId: string,
  rules: QuizRules,
  reviewed: readonly Asked[],
) {
  const questions = reviewed.map(({ id, version, tags, drawn }): PinnedQuestion => ({
    question: id,
    number: version,
    ...(tags.length > 0 && { tags }),
    ...(drawn && { drawn }),
  }));
  const hash = contentHash({ rules, questions });
  const same = await manager.findOneBy(QuizVersionRow, { quizId, hash });
  const number = same?.number ?? 1 + ((await manager.maximum(QuizVersionRow, 'number', { quizId })) ?? 0);
  return { quizId, number, rules, questions, hash, known: same !== null };
}
