import { type Answer, isBlank } from './answer';
import { type Fraction, fraction, NONE, sum, times, compare } from './fraction';
import { rulesOf } from './types/rules';
import { type QuestionContent } from './types/schemas';

/** The credit for an answer, exact, from 0 to 1; null where the question is not scored. No answer earns nothing. */
export function grade(content: QuestionContent, answer: Answer): Fraction | null {
  const credit = rulesOf(content.kind).grade(content, answer);
  return credit && isBlank(answer) ? NONE : credit;
}

/** The sum of the credits of an attempt, over the questions that are scored. */
export const total = (credits: readonly (Fraction | null)[]): Fraction =>
  sum(credits.filter((credit) => credit !== null));

/** Whether a question counts for passing. */
export const isScored = (content: QuestionContent): boolean => rulesOf(content.kind).key(content) !== null;

/** How many of `scored` questions must be right for `passMark` per cent; at least one unless nothing is asked of the learner. */
export const needed = (scored: number, passMark: number): number => Math.ceil((scored * passMark) / 100);

/** Whether a sum of credits over `scored` questions passes. Exact: three thirds are one. */
export const passes = (credit: Fraction, scored: number, passMark: number): boolean =>
  compare(times(credit, fraction(100)), fraction(passMark * scored)) >= 0;
