/** An exact number: `over` is positive, and the two have no common divisor. Credits are added as these, so thirds make a whole. */
export interface Fraction {
  readonly of: bigint;
  readonly over: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/** `of / over` in lowest terms. `over` is not 0. */
export function fraction(of: number | bigint, over: number | bigint = 1): Fraction {
  const [a, b] = [BigInt(of), BigInt(over)];
  const sign = b < 0n ? -1n : 1n;
  const divisor = gcd(a < 0n ? -a : a, b * sign);
  return { of: (a * sign) / divisor, over: (b * sign) / divisor };
}

export const NONE = fraction(0);
export const FULL = fraction(1);

export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.of * b.over + b.of * a.over, a.over * b.over);
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { of: -b.of, over: b.over });
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.of * b.of, a.over * b.over);
export const sum = (all: readonly Fraction[]): Fraction => all.reduce(plus, NONE);

/** Below, at or above: negative, 0 or positive. */
export const compare = (a: Fraction, b: Fraction): number => Number(minus(a, b).of > 0n) - Number(minus(a, b).of < 0n);

/** What is below nothing counts as nothing. */
export const floored = (a: Fraction): Fraction => (a.of < 0n ? NONE : a);

/** For storing and showing; nothing is decided by it. */
export const toNumber = ({ of, over }: Fraction): number => Number(of) / Number(over);
