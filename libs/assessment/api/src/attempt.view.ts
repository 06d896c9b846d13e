import {
  type Answer,
  type AttemptDetail,
  type AttemptResult,
  facesOf,
  markedBy,
  type Paper,
  quizFaceOf,
} from '@haven/assessment/contract';
import { counted } from './attempt-rules';
import { type AttemptRow, type ResponseRow } from './attempt.entity';

/** The response that counts for each question: the highest sequence number; of two tabs with the same number the later answer. */
export function latest(responses: readonly ResponseRow[]): Map<string, ResponseRow> {
  const byQuestion = new Map<string, ResponseRow>();
  for (const response of counted(responses)) {
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

/** An attempt as its learner sees it. What is right is named once it is submitted, and then as the rules say. `passed`: they have passed the quiz. */
export function toAttemptDetail(
  attempt: AttemptRow,
  paper: Paper,
  responses: readonly ResponseRow[],
  passed: boolean,
  now: Date,
): AttemptDetail {
  const { id, quizId, seed, startedAt, deadline } = attempt;
  return {
    id,
    quiz: quizFaceOf(quizId, paper, seed),
    startedAt: startedAt.toISOString(),
    deadline: deadline?.toISOString() ?? null,
    now: now.toISOString(),
    questions: facesOf(paper, seed),
    responses: [...latest(responses).values()].map(({ questionId, answer, seq }) => ({
      question: questionId,
      answer,
      seq,
    })),
    late: responses
      .filter(({ late }) => late)
      .map(({ questionId, answer, answeredAt }) => ({ question: questionId, answer, at: answeredAt.toISOString() })),
    result: toResult(attempt, paper, responses, passed),
  };
}

function toResult(
  { submittedAt, credit, passed, seed }: AttemptRow,
  paper: Paper,
  responses: readonly ResponseRow[],
  everPassed: boolean,
): AttemptResult | null {
  if (!submittedAt) return null;
  const { feedback } = paper.rules;
  const shown = feedback === 'submit' || (feedback === 'pass' && everPassed);
  return {
    credit: credit ?? 0,
    passed: passed ?? false,
    submittedAt: submittedAt.toISOString(),
    questions: shown ? markedBy(paper, seed, answersOf(responses)).questions : [],
  };
}
