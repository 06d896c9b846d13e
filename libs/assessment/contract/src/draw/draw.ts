import { inOrder } from './order';

/** A place in a quiz: one question that is always asked, or `count` of those in the bank that carry `tag`. */
export type Slot =
  | { readonly kind: 'fixed'; readonly question: string }
  | { readonly kind: 'drawn'; readonly tag: string; readonly count: number };

/** A question of the bank, as drawing sees it. */
export interface Drawable {
  readonly id: string;
  readonly tags: readonly string[];
}

/**
 * The questions of one attempt, in the order in which they are asked. The same `seed` gives the same on the device and on the server.
 *
 * Fixed questions are taken first, wherever they stand, and no question is asked twice. A drawn slot takes the `count` first of its pool by
 * `inOrder` (bottom-k sampling): a question that enters or leaves the bank exchanges at most one question in each slot that it belongs to,
 * and none where its tag is not asked for. A pool that is too small gives all it has. With `shuffle` the whole is mixed at the end.
 */
export function draw(slots: readonly Slot[], bank: readonly Drawable[], seed: number, shuffle: boolean): string[] {
  const taken = new Set(slots.flatMap((slot) => (slot.kind === 'fixed' ? [slot.question] : [])));
  const fixed = new Set(taken);
  const asked = slots.flatMap((slot) => {
    if (slot.kind === 'fixed') return fixed.delete(slot.question) ? [slot.question] : [];
    const pool = bank.filter(({ id, tags }) => !taken.has(id) && tags.includes(slot.tag));
    const drawn = inOrder(pool, seed, 'draw').slice(0, slot.count);
    drawn.forEach(({ id }) => taken.add(id));
    return drawn.map(({ id }) => id);
  });
  return shuffle
    ? inOrder(
        asked.map((id) => ({ id })),
        seed,
        'questions',
      ).map(({ id }) => id)
    : asked;
}
