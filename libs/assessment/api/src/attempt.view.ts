import {
  type AttemptDetail,
  type AttemptResult,
  grade,
  type QuestionDraft,
  type QuestionFace,
  type QuizRules,
} from '@haven/assessment/contract';
import { type AttemptRow, type ResponseRow } from './attempt.entity';
import { toQuizFace } from './quizzes';
import { shuffle } from './shuffle';

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
    quiz: toQuizFace(attempt.quizId, rules, questions.length),
    startedAt: attempt.startedAt.toISOString(),
    questions: questions.map((question, at) => toQuestionFace(question, rules.shuffle ? attempt.seed + at : null)),
    responses: [...counted.values()].map(({ questionId, options, seq }) => ({ question: questionId, options, seq })),
    result: attempt.isOpen() ? null : toResult(attempt, questions, counted),
  };
}

/** A question without its key: rebuilt field by field, so that a new field of the content cannot slip through. */
function toQuestionFace({ id, content }: QuestionDraft, seed: number | null): QuestionFace {
  const options = content.options.map(({ id, text }) => ({ id, text }));
  return { id, kind: content.kind, prompt: content.prompt, options: seed === null ? options : shuffle(options, seed) };
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
    questions: questions.map(({ id, content }) => ({
      question: id,
      credit: grade(content, counted.get(id)?.options ?? []),
      correct: content.options.filter((option) => option.correct).map((option) => option.id),
      explanation: content.explanation,
      evidence: content.evidence,
    })),
  };
}
