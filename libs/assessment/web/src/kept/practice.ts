import {
  type AttemptDetail,
  type PracticeAttempt,
  type PracticeSheet,
  type Response,
} from '@haven/assessment/contract';
import { facesOf, markedBy, quizFaceOf, toNumber } from '@haven/assessment/contract/plain';
import { latest } from '../attempt/answers';

/** Practice that begins now, laid out by `seed`. */
export const begun = ({ release }: PracticeSheet, seed: number, now: Date): PracticeAttempt => ({
  release,
  seed,
  startedAt: now.toISOString(),
  responses: [],
  submittedAt: null,
});

/** The attempt with one more answer: of each question the newest is kept, which is the one that counts. One that is fixed stays. */
export const withAnswer = (attempt: PracticeAttempt, response: Response): PracticeAttempt =>
  attempt.confirmed?.includes(response.question)
    ? attempt
    : { ...attempt, responses: newest([...attempt.responses, response]) };

/** What two tabs know of one attempt, together. */
export const together = (a: PracticeAttempt, b: PracticeAttempt): PracticeAttempt => ({
  ...a,
  responses: newest([...a.responses, ...b.responses]),
  ...confirmedIn([...(a.confirmed ?? []), ...(b.confirmed ?? [])]),
  submittedAt: a.submittedAt ?? b.submittedAt,
});

/** The attempt with an answer fixed: what is right of its question may be shown. */
export const withConfirmed = (attempt: PracticeAttempt, question: string): PracticeAttempt => ({
  ...attempt,
  ...confirmedIn([...(attempt.confirmed ?? []), question]),
});

const confirmedIn = (questions: readonly string[]) => (questions.length ? { confirmed: [...new Set(questions)] } : {});

function newest(responses: readonly Response[]): Response[] {
  const held = new Map<string, Response>();
  for (const response of responses) {
    const other = held.get(response.question);
    if (!other || response.seq > other.seq || (response.seq === other.seq && response.at >= other.at))
      held.set(response.question, response);
  }
  return [...held.values()];
}

/** The attempt as the server would tell it: the same questions in the same order, and once it is handed in the same marks. */
export function detailOf(id: string, sheet: PracticeSheet, attempt: PracticeAttempt): AttemptDetail {
  const { responses, seed, startedAt, submittedAt } = attempt;
  const answers = new Map([...latest(responses)].map(([question, { answer }]) => [question, answer]));
  const { credit, passed, questions } = markedBy(sheet, seed, answers);
  const confirmed = questions.filter(({ question }) => submittedAt === null && attempt.confirmed?.includes(question));
  return {
    id,
    quiz: quizFaceOf(sheet.quiz, sheet, seed),
    startedAt,
    deadline: null,
    now: new Date().toISOString(),
    questions: facesOf(sheet, seed),
    responses: responses.map(({ question, answer, seq }) => ({ question, answer, seq })),
    late: [],
    ...(confirmed.length > 0 && { confirmed }),
    result: submittedAt === null ? null : { credit: toNumber(credit), passed, submittedAt, questions },
  };
}
