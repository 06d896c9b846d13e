import { QuestionContent } from '@haven/assessment/contract';
import { type EntityManager, In } from 'typeorm';
import { QuestionVersionRow } from './question.entity';
import { type Drawn, type PinnedQuestion } from './quiz.entity';

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

/** Every wording that questions ever had, the oldest first, by question. */
export async function wordingsOf(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, QuestionContent[]>> {
  const rows = await manager.find(QuestionVersionRow, {
    where: { questionId: In([...ids]) },
    order: { number: 'ASC' },
  });
  const wordings = new Map<string, QuestionContent[]>();
  for (const { questionId, content } of rows)
    wordings.set(questionId, [...(wordings.get(questionId) ?? []), QuestionContent.parse(content)]);
  return wordings;
}

/** A question as a quiz asks it: what is drawn from another course says no evidence, because here that would be of another lesson or of none. */
export const contentIn = (content: QuestionContent, drawn: Drawn | undefined): QuestionContent =>
  drawn === 'elsewhere' ? { ...content, evidence: null } : content;
