import { type Answer } from './answer';
import { type QuestionResult } from './attempt';
import { type Fraction, toNumber } from './fraction';
import { grade, isScored, needed, passes, total } from './grade';
import { type QuizFace, type QuizRules } from './quiz';
import { type QuestionContent, type QuestionFace } from './types/schemas';
import { rulesOf } from './types/rules';

/** A question with its key, by its id. */
export interface AskedQuestion {
  readonly id: string;
  readonly content: QuestionContent;
}

/** A version of a quiz with its keys. What is asked, shown and right is worked out from it alone, the same on the server and on a device. */
export interface Paper {
  readonly rules: QuizRules;
  readonly questions: readonly AskedQuestion[];
}

/** What an attempt with this `seed` shows of a paper. */
export const facesOf = ({ rules, questions }: Paper, seed: number): QuestionFace[] =>
  questions.map(({ id, content }) =>
    rulesOf(content.kind).face(content, { question: id, seed, shuffle: rules.shuffle }),
  );

/** The rules of a quiz in numbers, as learners may see them. */
export function quizFaceOf(id: string, { rules, questions }: Paper): QuizFace {
  const scored = questions.filter(({ content }) => isScored(content)).length;
  return {
    id,
    questions: questions.length,
    ...(scored < questions.length && { scored }),
    passMark: rules.passMark,
    needed: needed(scored, rules.passMark),
    ...(rules.practice && { practice: true }),
  };
}

/** How an attempt went: the exact sum of its credits, whether it passes, and what each question tells. `answers` by question. */
export function markedBy(
  { rules, questions }: Paper,
  answers: ReadonlyMap<string, Answer>,
): { credit: Fraction; passed: boolean; questions: QuestionResult[] } {
  const marks = questions.map(({ id, content }) => grade(content, answers.get(id) ?? []));
  const credit = total(marks);
  const scored = marks.filter((mark) => mark !== null).length;
  return {
    credit,
    passed: passes(credit, scored, rules.passMark),
    questions: questions.map(({ id, content }, at) => {
      const mark = marks[at] ?? null;
      return {
        question: id,
        credit: mark && toNumber(mark),
        right: rulesOf(content.kind).right(content),
        explanation: content.explanation,
        evidence: content.evidence,
      };
    }),
  };
}
