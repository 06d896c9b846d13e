import { type Answer } from './answer';
import { type QuestionResult } from './attempt';
import { draw, type Slot } from './draw/draw';
import { type Fraction, toNumber } from './fraction';
import { grade, isScored, needed, passes, total } from './grade';
import { type QuizFace, type QuizRules } from './quiz';
import { rulesOf } from './types/rules';
import { type QuestionContent, type QuestionFace } from './types/schemas';

/** A question with its key, by its id; `tags` are those that it can be drawn by. */
export interface PaperQuestion {
  readonly id: string;
  readonly tags: readonly string[];
  readonly content: QuestionContent;
}

/** A version of a quiz with its keys. What is asked, shown and right is worked out from it alone, the same on the server and on a device. */
export interface Paper {
  readonly rules: QuizRules;
  readonly questions: readonly PaperQuestion[];
}

/** The questions that an attempt with this `seed` is asked, in their order: those that no draw takes, then those that are drawn. */
export function askedIn({ rules, questions }: Paper, seed: number): PaperQuestion[] {
  const drawn = new Set(rules.draws.map(({ tag }) => tag));
  const slots: Slot[] = [
    ...questions
      .filter(({ tags }) => !tags.some((tag) => drawn.has(tag)))
      .map(({ id }): Slot => ({ kind: 'fixed', question: id })),
    ...rules.draws.map(({ tag, count }): Slot => ({ kind: 'drawn', tag, count })),
  ];
  const byId = new Map(questions.map((question) => [question.id, question]));
  return draw(slots, questions, seed, rules.shuffleQuestions).flatMap((id) => byId.get(id) ?? []);
}

/** The tags of which a draw asks more questions than carry them: every attempt would be asked fewer than its rules say. */
export const shortDraws = ({ draws }: Pick<QuizRules, 'draws'>, questions: readonly Pick<PaperQuestion, 'tags'>[]) =>
  draws.flatMap(({ tag, count }) => (questions.filter(({ tags }) => tags.includes(tag)).length < count ? [tag] : []));

/**
 * The content of a question where an attempt with this `seed` is asked it: what `askedIn` says, for one question at a time. Most are asked
 * always, and then nothing has to be drawn to know it.
 */
export function contentAsked(paper: Paper, seed: number, id: string): QuestionContent | undefined {
  const question = paper.questions.find((one) => one.id === id);
  const isDrawn = paper.rules.draws.some(({ tag }) => question?.tags.includes(tag));
  return (isDrawn ? askedIn(paper, seed).find((one) => one.id === id) : question)?.content;
}

/** What an attempt with this `seed` shows of a paper. */
export const facesOf = (paper: Paper, seed: number): QuestionFace[] =>
  askedIn(paper, seed).map(({ id, content }) =>
    rulesOf(content.kind).face(content, { question: id, seed, shuffle: paper.rules.shuffle }),
  );

/**
 * The rules of a quiz in numbers, as learners may see them: of the attempt with this `seed`. Before there is an attempt any seed will do:
 * every one asks as many questions, though of a pool with reflections in it not always as many that are scored.
 */
export function quizFaceOf(id: string, paper: Paper, seed = 0): QuizFace {
  const { passMark, practice, attempts, coolDown, timeLimit, feedback } = paper.rules;
  const asked = askedIn(paper, seed);
  const scored = asked.filter(({ content }) => isScored(content)).length;
  return {
    id,
    questions: asked.length,
    ...(scored < asked.length && { scored }),
    passMark,
    needed: needed(scored, passMark),
    ...(practice && { practice }),
    ...(attempts !== null && { attempts }),
    ...(coolDown > 0 && { coolDown }),
    ...(timeLimit !== null && { timeLimit }),
    ...(feedback !== 'submit' && { feedback }),
  };
}

/** How a question counts: its credit, null where it is not scored, and the content that says what is right. */
export interface Mark {
  readonly mark: Fraction | null;
  readonly content: QuestionContent;
  /** Its key was corrected after it was asked. */
  readonly regraded?: true;
}

/** What came of a mark later: a corrected key, or credit that somebody gave. */
export type Again = (question: PaperQuestion, answer: Answer, mark: Fraction | null) => Mark;

const asAsked: Again = ({ content }, _answer, mark) => ({ mark, content });

/** How an attempt went: the exact sum of its credits, whether it passes, and what each question tells. `answers` by question. */
export function markedBy(
  paper: Paper,
  seed: number,
  answers: ReadonlyMap<string, Answer>,
  again: Again = asAsked,
): { credit: Fraction; passed: boolean; questions: QuestionResult[] } {
  const marked = askedIn(paper, seed).map((question) => {
    const answer = answers.get(question.id) ?? [];
    return { id: question.id, ...again(question, answer, grade(question.content, answer)) };
  });
  const credit = total(marked.map(({ mark }) => mark));
  return {
    credit,
    passed: passes(credit, marked.filter(({ mark }) => mark !== null).length, paper.rules.passMark),
    questions: marked.map(({ id, content, mark, regraded }) => ({
      question: id,
      credit: mark && toNumber(mark),
      right: rulesOf(content.kind).right(content),
      explanation: content.explanation,
      evidence: content.evidence,
      ...(regraded && { regraded }),
    })),
  };
}
