import { type QuizRules } from '@haven/assessment/contract';
import { newId } from '@haven/shared/api';
import { type Text } from '@haven/shared/contract';
import { type EntityManager } from 'typeorm';
import { QuizRow, QuizVersionRow } from './quiz.entity';
import { type Asked, quizVersionOf } from './quiz-version-of';

/** What a quiz asks, and by which rules. */
interface Asks {
  readonly title: Text;
  readonly rules: QuizRules;
  readonly questions: readonly Asked[];
}

/**
 * Makes a quiz of the same rules and questions for one throw-away learner, and answers what a manifest pins of it. What they answer is then no
 * attempt at the quiz itself: no grade, no analysis and no regrading ever meets it. It is gone with the learner.
 */
export async function lendQuiz(
  manager: EntityManager,
  learnerId: string,
  { title, rules, questions }: Asks,
): Promise<{ id: string; version: number }> {
  const id = newId();
  const quiz = { id, title, version: 1, rules, questions: [], authorId: null, published: false, learnerId };
  await manager.insert(QuizRow, quiz);
  const { known: _known, ...version } = await quizVersionOf(manager, id, rules, questions);
  await manager.insert(QuizVersionRow, version);
  return { id, version: version.number };
}
