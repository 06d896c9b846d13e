import { type Block, type Inline, type Locale } from '@haven/shared/contract';
import { syllables } from './syllables';

/** How hard a text is to read. */
export interface Readability {
  /**
   * English: the school grade by Flesch and Kincaid (1975). Spanish: the ease from 0 to 100 by Szigriszt-Pazos (1993), which the INFLESZ
   * scale is made for. Null for fewer than a hundred words, of which neither formula was made.
   */
  readonly score: number | null;
  readonly words: number;
  /** Sentences of more than twenty-five words, longest first. */
  readonly long: readonly string[];
}

/** The shortest sample that Flesch took. */
const least = 100;
/** GOV.UK's limit for a sentence. */
const longest = 25;

/** Measures the text of a lesson. Headings, tables and the heads of pointers are no sentences. */
export function readability(blocks: readonly Block[], locale: Locale): Readability {
  const sentences = sentencesOf(blocks).map((text) => ({ text, words: wordsOf(text) }));
  const spoken = sentences.filter(({ words }) => words.length > 0);
  const words = spoken.flatMap((sentence) => sentence.words);
  const long = spoken.filter((sentence) => sentence.words.length > longest);
  const syllableCount = words.reduce((sum, word) => sum + syllables(word, locale), 0);
  const score =
    words.length < least ? null : formulas[locale](words.length / spoken.length, syllableCount / words.length);
  return {
    score,
    words: words.length,
    long: long.toSorted((a, b) => b.words.length - a.words.length).map(({ text }) => text),
  };
}

const formulas: Record<Locale, (wordsPerSentence: number, syllablesPerWord: number) => number> = {
  en: (words, syllables) => 0.39 * words + 11.8 * syllables - 15.59,
  es: (words, syllables) => 206.835 - 62.3 * syllables - words,
};

/** What a score means, for the dictionaries. Spanish by the INFLESZ scale (Barrio-Cantalejo and others, 2008). */
export function level(score: number, locale: Locale): 'easy' | 'normal' | 'hard' {
  if (locale === 'en') return score <= 8 ? 'easy' : score <= 10 ? 'normal' : 'hard';
  return score >= 65 ? 'easy' : score >= 55 ? 'normal' : 'hard';
}

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];

/** Full stops that end no sentence. */
const short = /\b(?:Mr|Mrs|Ms|Dr|St|No|Art|Sec|vs|Sr|Sra|Dra|Ud|Uds|núm|art|pág|p|ej|[A-Z])\.$/;

/** The sentences of paragraphs, list items, quotes and notes. */
export const sentencesOf = (blocks: readonly Block[]): string[] => blocks.flatMap(linesOf).flatMap(sentencesIn);

function linesOf(block: Block): string[] {
  const line = (runs: readonly Inline[]) => runs.map(({ text }) => text).join('');
  switch (block.type) {
    case 'paragraph':
      return [line(block.content)];
    case 'list':
      return block.items.map(line);
    case 'heading':
    case 'table':
    case 'moment':
    case 'image':
    case 'file':
      return [];
    default:
      return block.content.map(line);
  }
}

function sentencesIn(line: string): string[] {
  const sentences: string[] = [];
  for (const piece of line
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(?<=[.!?…]["'”’»)]*)\s+(?=["'“‘«(¿¡\p{Lu}\p{N}])/u)) {
    const last = sentences.at(-1);
    if (last !== undefined && short.test(last)) sentences[sentences.length - 1] = `${last} ${piece}`;
    else if (piece) sentences.push(piece);
  }
  return sentences;
}
