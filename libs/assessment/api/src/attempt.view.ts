import {
  type Answer,
  type AttemptDetail,
  type AttemptResult,
  facesOf,
  markedBy,
  type QuestionResult,
  quizFaceOf,
} from '@haven/assessment/contract';
import { counted } from './attempt-rules';
import { type AttemptRow, type ResponseRow } from './attempt.entity';
import { regrading } from './grading/acts';
import { type Later } from './grading/marks';
import { type Pinned } from './quizzes';

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

/**
 * What stands behind the answers that count because two devices answered the same question, neither knowing of the other: both made the same
 * number of it. An answer that was changed on the way is none of these, unless the other device had made its number too.
 */
export function alsoKept(responses: readonly ResponseRow[]): ResponseRow[] {
  const holding = latest(responses);
  const said = (row: ResponseRow | undefined) => JSON.stringify(row?.answer);
  const shown = new Set<string>();
  return counted(responses).filter((row) => {
    const twin = responses.some(
      (one) => one.questionId === row.questionId && one.seq === row.seq && said(one) !== said(row),
    );
    const name = `${row.questionId} ${said(row)}`;
    if (!twin || shown.has(name) || said(holding.get(row.questionId)) === said(row)) return false;
    shown.add(name);
    return true;
  });
}

/** The answers that count, by question. */
export const answersOf = (responses: readonly ResponseRow[]): Map<string, Answer> =>
  new Map([...latest(responses)].map(([question, { answer }]) => [question, answer]));

/** What else an attempt is shown by. `passed`: its learner has passed the quiz, perhaps with another one. */
interface Around {
  readonly passed: boolean;
  readonly later: Later;
  readonly now: Date;
}

/** An attempt as its learner sees it. What is right is named once it is submitted, and then as the rules say. */
export function toAttemptDetail(
  attempt: AttemptRow,
  paper: Pinned,
  responses: readonly ResponseRow[],
  { passed, later, now }: Around,
): AttemptDetail {
  const { id, quizId, seed, startedAt, deadline } = attempt;
  const said = ({ questionId, answer, answeredAt }: ResponseRow) => ({
    ...{ question: questionId, answer, at: answeredAt.toISOString() },
  });
  const kept = alsoKept(responses).map(said);
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
    late: responses.filter(({ late }) => late).map(said),
    ...(kept.length > 0 && { kept }),
    ...(attempt.isOpen() &&
      attempt.confirmed.length > 0 && { confirmed: toConfirmed(attempt, paper, responses, later) }),
    result: toResult(attempt, paper, responses, passed, later),
  };
}

/** What the confirmed questions tell, and no other. */
function toConfirmed(
  { seed, confirmed }: AttemptRow,
  paper: Pinned,
  responses: readonly ResponseRow[],
  { acts }: Later,
): QuestionResult[] {
  const { questions } = markedBy(paper, seed, answersOf(responses), regrading(acts, paper.questions));
  return questions.filter(({ question }) => confirmed.includes(question));
}

function toResult(
  { submittedAt, credit, passed, seed }: AttemptRow,
  paper: Pinned,
  responses: readonly ResponseRow[],
  everPassed: boolean,
  { acts, given }: Later,
): AttemptResult | null {
  if (!submittedAt) return null;
  const { feedback } = paper.rules;
  const shown = feedback === 'submit' || feedback === 'each' || (feedback === 'pass' && everPassed);
  return {
    credit: credit ?? 0,
    passed: passed ?? false,
    submittedAt: submittedAt.toISOString(),
    questions: shown ? markedBy(paper, seed, answersOf(responses), regrading(acts, paper.questions)).questions : [],
    ...(given.length > 0 && { given: [...given] }),
  };
}
