import { type QuestionContent } from './question';

/**
 * The credit, 0 to 1, for choosing `chosen` of a question. Single choice: all or nothing. Multiple choice: each right option earns its
 * share and each wrong one takes the same share of the wrong ones back, never below 0, so choosing everything or at random earns nothing.
 */
export function grade(question: Pick<QuestionContent, 'kind' | 'options'>, chosen: readonly string[]): number {
  const picked = new Set(chosen);
  const right = question.options.filter((option) => option.correct);
  const wrong = question.options.filter((option) => !option.correct);
  const hits = right.filter((option) => picked.has(option.id)).length;
  const misses = wrong.filter((option) => picked.has(option.id)).length;
  if (question.kind === 'single') return hits === 1 && misses === 0 ? 1 : 0;
  const penalty = wrong.length === 0 ? 0 : misses / wrong.length;
  return Math.max(0, hits / right.length - penalty);
}

/** How many of `questions` must be right for `passMark` per cent; at least one unless nothing is asked of the learner. */
export const needed = (questions: number, passMark: number) => Math.ceil((questions * passMark) / 100);

/** Whether a sum of credits over `questions` passes. Thirds add up: what is lost to floating point is given back, and no more. */
export const passes = (credit: number, questions: number, passMark: number) =>
  credit * 100 + 1e-6 >= passMark * questions;
