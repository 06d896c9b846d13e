import { type Fraction, fraction, NONE } from '../fraction';

/**
 * One of several choices within a question, corrected for guessing: 1 where it is right, −1/(k−1) of `k` choices where it is wrong, 0 where
 * nothing is chosen. On average 0 for whoever chooses without looking (R − W/(k−1); Frary 1988).
 */
export function corrected(chosen: string | undefined, right: string, k: number): Fraction {
  if (!chosen) return NONE;
  return chosen === right ? fraction(1) : fraction(-1, k - 1);
}
