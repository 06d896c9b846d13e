import { type Text } from '@haven/shared/contract';
import { type Answer, picks } from '../answer';
import { FULL, floored, type Fraction, fraction, minus, NONE } from '../fraction';

interface Choice {
  readonly id: string;
  readonly text: Text;
  readonly correct: boolean;
}

/** Everything for exactly the one right option, else nothing. */
export function gradeOne(options: readonly Choice[], answer: Answer): Fraction {
  const chosen = picks(answer);
  const [only] = chosen;
  return chosen.length === 1 && options.some(({ id, correct }) => correct && id === only) ? FULL : NONE;
}

/** What `gradeSome` pays before it is cut off at nothing; on average 0 for whoever chooses without looking, however many. */
export function balance(options: readonly Choice[], answer: Answer): Fraction {
  const chosen = new Set(picks(answer));
  const right = options.filter(({ correct }) => correct);
  const wrong = options.filter(({ correct }) => !correct);
  const among = (some: readonly Choice[]) => fraction(some.filter(({ id }) => chosen.has(id)).length, some.length || 1);
  return minus(among(right), among(wrong));
}

/** Each right option earns its share, each wrong one takes its share of the wrong ones back, never below 0: everything chosen earns nothing. */
export const gradeSome = (options: readonly Choice[], answer: Answer): Fraction => floored(balance(options, answer));

export const rightIds = (options: readonly Choice[]): string[] =>
  options.filter(({ correct }) => correct).map(({ id }) => id);

export const rightTexts = (options: readonly Choice[]): Text[] =>
  options.filter(({ correct }) => correct).map(({ text }) => text);

/** The texts of what was chosen, in the order in which it is shown. */
export const chosenTexts = (options: readonly { id: string; text: Text }[], answer: Answer): Text[] =>
  options.filter(({ id }) => picks(answer).includes(id)).map(({ text }) => text);
