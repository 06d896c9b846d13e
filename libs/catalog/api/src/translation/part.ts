import { type PartText, type TranslationCounts, type TranslationState } from '@haven/catalog/contract';
import { Block, plainText, words } from '@haven/shared/contract';
import { type TranslationUnit } from '../content';
import { blockName, lineName } from '../text/translation';

/** A part of a course in both languages, and what is known of its translation. `from`: the name of the English that it was made from. */
export interface Part {
  readonly key: string;
  readonly source: PartText;
  readonly of: string;
  readonly text: PartText | null;
  readonly words: string | null;
  readonly from: string;
  readonly state: TranslationState;
}

/** The name of exactly these words and marks. */
export const nameOf = (text: PartText): string => (typeof text === 'string' ? lineName(text) : blockName(text));

export const plain = (text: PartText): string => (typeof text === 'string' ? text : plainText(text));

/** A part of which nothing is known but `unit`: without one it was made from the English as it is. */
export function partOf(key: string, source: PartText, text: PartText | null, unit?: TranslationUnit): Part {
  const of = nameOf(source);
  if (text === null) return { key, source, of, text, words: null, from: of, state: 'missing' };
  const from = unit?.of ?? of;
  const state = from !== of ? 'outdated' : unit?.reviewed ? 'reviewed' : 'draft';
  return { key, source, of, text, words: nameOf(text), from, state };
}

const longest = (key: string) => (key === '@summary' ? 400 : key.startsWith('@') ? 200 : 2000);

/** Whether a text can stand in the place of a part: a line as long as one may be there, a block of its own name. */
export function wordsFit({ key, source }: Pick<Part, 'key' | 'source'>, text: PartText): boolean {
  if (typeof text === 'string') return typeof source === 'string' && words(longest(key)).safeParse(text).success;
  return typeof source !== 'string' && text.id === key && Block.safeParse(text).success;
}

export function countsOf(parts: readonly Pick<Part, 'state'>[]): TranslationCounts {
  const counts = { missing: 0, draft: 0, reviewed: 0, outdated: 0 };
  for (const { state } of parts) counts[state]++;
  return counts;
}
