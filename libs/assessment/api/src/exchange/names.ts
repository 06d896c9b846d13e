import { createHash } from 'node:crypto';

/** The letters by which parts go where their order says nothing of the key. */
export const letter = (at: number): string => String.fromCharCode(97 + at);

/**
 * Names for parts whose names must not tell what belongs to what, nor their order: made from their texts, so that the same file gives the
 * same names. The names that they have in a file are never kept: `right1` would tell every learner the key.
 */
export function secretNames(texts: readonly string[]): string[] {
  for (let seed = 0; ; seed++) {
    const ids = texts.map((text, at) => `o${hash(`${seed}/${at}/${text}`)}`);
    const sorted = ids.toSorted();
    if (new Set(ids).size === ids.length && (ids.length < 2 || ids.join() !== sorted.join())) return ids;
  }
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8);
