import { QuestionContent } from '@haven/assessment/contract';
import { type EntityManager } from 'typeorm';
import { QuestionVersionRow } from './question.entity';
import { type PinnedQuestion } from './quiz.entity';

/** The contents of questions at these versions, as a function of question and number. */
export async function contentsAt(
  manager: EntityManager,
  pins: readonly Pick<PinnedQuestion, 'question' | 'number'>[],
): Promise<(question: string, number: number) => QuestionContent | undefined> {
  if (pins.length === 0) return () => undefined;
  const rows = await manager.findBy(
    QuestionVersionRow,
    pins.map(({ question, number }) => ({ questionId: question, number })),
  );
  const byPin = new Map(
    rows.map(({ questionId, number, content }) => [`${questionId} ${number}`, QuestionContent.parse(content)]),
  );
  return (question, number) => byPin.get(`${question} ${number}`);
}
