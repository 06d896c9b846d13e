import { type Range } from './range';

/** Ranges that are sorted, apart from each other and not empty: the one normal form of a set of seconds. */
export type Ranges = readonly Range[];

/** The normal form of any ranges: sorted, overlapping and touching ones merged. */
export function union(...sets: (readonly Range[])[]): Range[] {
  const sorted = sets.flat().sort((a, b) => a[0] - b[0]);
  const merged: Range[] = [];
  for (const [from, to] of sorted) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** The seconds of `whole` that are not in `ranges`: what is still missing of a recording of `whole` seconds. */
export function gaps(ranges: readonly Range[], whole: number): Range[] {
  const missing: Range[] = [];
  let at = 0;
  for (const [from, to] of clamp(ranges, whole)) {
    if (from > at) missing.push([at, from]);
    at = to;
  }
  if (at < whole) missing.push([at, whole]);
  return missing;
}

/** `ranges` in normal form without what lies beyond `whole` seconds. */
export function clamp(ranges: readonly Range[], whole: number): Range[] {
  return union(ranges)
    .filter(([from]) => from < whole)
    .map(([from, to]) => [from, Math.min(to, whole)]);
}

/** The number of seconds in `ranges`, each counted once. */
export function seconds(ranges: readonly Range[]): number {
  return union(ranges).reduce((sum, [from, to]) => sum + to - from, 0);
}

/** Whether `covered` of `duration` seconds meet a rule of `required` per cent, on whole numbers so that no rounding decides. */
export function meets(covered: number, duration: number, required: number): boolean {
  return covered * 100 >= required * duration;
}
