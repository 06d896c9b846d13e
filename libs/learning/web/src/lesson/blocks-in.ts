import { type LessonBody } from '@haven/catalog/contract';
import { type Block, type Locale } from '@haven/shared/contract';

/** A text for a reader: its blocks, and which of them are in English because nobody has translated them. */
export interface ReadBlocks {
  readonly blocks: readonly Block[];
  readonly fallback: ReadonlySet<string>;
}

/**
 * The text of a lesson in `locale`, block by block. What is not translated stands in English at its place; a translation that shares no block
 * with the English goes its own way and is whole.
 */
export function blocksIn({ en, es }: LessonBody, locale: Locale): ReadBlocks {
  if (locale === 'en' || !es) return { blocks: en, fallback: new Set() };
  const ids = new Set(en.map(({ id }) => id));
  if (es.length > 0 && !es.some(({ id }) => ids.has(id))) return { blocks: es, fallback: new Set() };
  const own = ownAfter(es, ids);
  const blocks = [...(own.get('') ?? [])];
  const fallback = new Set<string>();
  for (const block of en) {
    const translated = es.find(({ id }) => id === block.id);
    blocks.push(translated ?? block, ...(own.get(block.id) ?? []));
    if (!translated && says(block)) fallback.add(block.id);
  }
  return { blocks, fallback };
}

/** Blocks that the English does not have, by the id of the one of the English that they follow. */
function ownAfter(es: readonly Block[], english: ReadonlySet<string>): Map<string, Block[]> {
  const own = new Map<string, Block[]>();
  let after = '';
  for (const block of es) {
    if (english.has(block.id)) after = block.id;
    else own.set(after, [...(own.get(after) ?? []), block]);
  }
  return own;
}

/** A picture that is decoration and an empty line are in no language. */
const says = (block: Block) =>
  block.type === 'image' ? block.alt !== null : !('content' in block) || block.content.length > 0;
