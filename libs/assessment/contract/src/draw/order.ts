import { murmur3 } from './murmur3';

/**
 * `things` in an order that depends on their ids, `seed` and `purpose` alone, not on the order in which they come: each gets the number
 * murmur3(`purpose/id`, seed), the lowest first; of equal numbers the lower id. So one that is added or removed moves no other past another.
 */
export function inOrder<T extends { readonly id: string }>(things: readonly T[], seed: number, purpose: string): T[] {
  return things
    .map((thing) => ({ thing, place: murmur3(`${purpose}/${thing.id}`, seed) }))
    .sort((a, b) => a.place - b.place || (a.thing.id < b.thing.id ? -1 : 1))
    .map(({ thing }) => thing);
}
