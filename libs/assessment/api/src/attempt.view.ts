import {
  type AttemptDetail,
  type AttemptResult,
  grade,
  type QuestionDraft,
  type QuizRules,
  rulesOf,
  toNumber,
} from '@haven/assessment/contract';
import { type AttemptRow, type ResponseRow } from './attempt.entity';
import { toQuizFace } from './quizzes';

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

/** An attempt as its learner sees it. What is right is named only once it is submitted. */
export function toAttemptDetail(
  attempt: AttemptRow,
  { rules, questions }: { rules: QuizRules; questions: readonly QuestionDraft[] },
  responses: readonly ResponseRow[],
): AttemptDetail {
  const counted = latest(responses);
  return {
    id: attempt.id,
    quiz: toQuizFace(attempt.quizId, rules, questions),
    startedAt: attempt.startedAt.toISOString(),
    questions: questions.map(({ id, content }) =>
      rulesOf(content.kind).face(content, { question: id, seed: attempt.seed, shuffle: rules.shuffle }),
    ),
    responses: [...counted.values()].map(({ questionId, answer, seq }) => ({ question: questionId, answer, seq })),
    result: attempt.isOpen() ? null : toResult(attempt, questions, counted),
  };
}

function toResult(
  attempt: AttemptRow,
  questions: readonly QuestionDraft[],
  counted: Map<string, ResponseRow>,
): AttemptResult {
  return {
    credit: attempt.credit ?? 0,
    passed: attempt.passed ?? false,
    submittedAt: (attempt.submittedAt ?? attempt.startedAt).toISOString(),
    questions: questions.map(({ id, content }) => {
      const credit = grade(content, counted.get(id)?.answer ?? []);
      return {
        question: id,
        credit: credit && toNumber(credit),
        right: rulesOf(content.kind).right(content),
        explanation: content.explanation,
        evidence: content.evidence,
      };
    }),
  };
}
