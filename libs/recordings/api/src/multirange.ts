import { type Range } from '@haven/shared/contract';

/** Ranges as PostgreSQL writes an `int4multirange`. */
export const toMultirange = (ranges: readonly Range[]): string =>
  `{${ranges.map(([from, to]) => `[${from},${to})`).join(',')}}`;

/** Ranges from PostgreSQL's own text, which is always in normal form: sorted, apart, half open. */
export function fromMultirange(text: string): Range[] {
  return [...text.matchAll(/\[(\d+),(\d+)\)/g)].map((match) => [Number(match[1]), Number(match[2])]);
}
