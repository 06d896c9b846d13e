/** A group of fewer people than this is not counted out to anybody. */
export const SMALLEST_GROUP = 10;

const small = (n: number) => n > 0 && n < SMALLEST_GROUP;

/**
 * The parts of a group as they may be shown, null for those that may not: small ones, and where only one would be hidden the smallest other
 * part beside it, which else could be worked out from the whole. Of a small group nothing is shown.
 */
export function hideSmall(parts: readonly number[]): { whole: number | null; parts: (number | null)[] } {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  if (small(whole)) return { whole: null, parts: parts.map(() => null) };
  const hidden = new Set(parts.flatMap((part, at) => (small(part) ? [at] : [])));
  if (hidden.size === 1) {
    const others = parts.flatMap((part, at) => (hidden.has(at) || part === 0 ? [] : [{ part, at }]));
    const next = others.toSorted((a, b) => a.part - b.part)[0];
    if (next) hidden.add(next.at);
  }
  return { whole, parts: parts.map((part, at) => (hidden.has(at) ? null : part)) };
}
