import { type Answer, type AttemptDetail, facesOf, markedBy, type Paper, quizFaceOf } from '@haven/assessment/contract';
import { type AttemptRow, type ResponseRow } from './attempt.entity';

/** The response that counts for each question: the highest sequence number; of two tabs with the same number the later answer. */
export function latest(responses: readonly ResponseRow[]): Map<string, ResponseRow> {
  const byQuestion = new Map<string, ResponseRow>();
  for (const response of responses) {
    const other = byQuestion.get(response.questionId);
    if (!other || order(response, other) > 0) byQuestion.set(response.questionId, response);
  }
  return byQuestion;
}

const order = (a: ResponseRow, b: ResponseRow) =>
  a.seq - b.seq || a.answeredAt.getTime() - b.answeredAt.getTime() || (a.id > b.id ? 1 : -1);

/** The answers that count, by question. */
export const answersOf = (responses: readonly ResponseRow[]): Map<string, Answer> =>
  new Map([...latest(responses)].map(([question, { answer }]) => [question, answer]));

/** An attempt as its learner sees it. What is right is named only once it is submitted. */
export function toAttemptDetail(attempt: AttemptRow, paper: Paper, responses: readonly ResponseRow[]): AttemptDetail {
  const { id, quizId, seed, startedAt, submittedAt, credit, passed } = attempt;
  return {
    id,
    quiz: quizFaceOf(quizId, paper),
    startedAt: startedAt.toISOString(),
    questions: facesOf(paper, seed),
    responses: [...latest(responses).values()].map(({ questionId, answer, seq }) => ({
      question: questionId,
      answer,
      seq,
    })),
    result: submittedAt && {
      credit: credit ?? 0,
      passed: passed ?? false,
      submittedAt: submittedAt.toISOString(),
      questions: markedBy(paper, answersOf(responses)).questions,
    },
  };
}
