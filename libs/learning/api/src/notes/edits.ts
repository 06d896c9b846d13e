import { createHash } from 'node:crypto';
import { type Edits } from '@haven/learning/contract';

/** Whether `edits` knows of everything that `other` does; so it does where they are the same. */
export function follows(edits: Edits, other: Edits): boolean {
  return Object.entries(other).every(([hand, count]) => (edits[hand] ?? 0) >= count);
}

/** What is known of after both. */
export function joined(a: Edits, b: Edits): Edits {
  const both = { ...a };
  for (const [hand, count] of Object.entries(b)) both[hand] = Math.max(both[hand] ?? 0, count);
  return both;
}

/**
 * The id of the note that takes the text of `hand` where it was written apart from the one in `id`. The same every time, so that what is
 * sent twice, or changed once more before the answer came, ends up in the same one.
 */
export function copyId(id: string, hand: string): string {
  const hex = createHash('sha256').update(`${id} ${hand}`).digest('hex');
  // A UUID of version 8, whose bits are the maker's own (RFC 9562).
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
