import { randomBytes } from 'node:crypto';
import { type Block, plainText } from '@haven/shared/contract';
import { type NewBlock } from './from-markdown';

/** A new id for a block: eight letters and digits. */
export const newBlockId = () => randomBytes(5).toString('hex').slice(0, 8);

/**
 * Gives edited blocks the ids of the ones they come from: first the unchanged ones, in order (longest common subsequence), then, between
 * two unchanged ones, changed ones of the same kind. What is left is new. So a correction keeps its place in notes and translations.
 */
export function keepIds(edited: readonly NewBlock[], previous: readonly Block[]): Block[] {
  const ids = new Map<number, string>();
  const anchors = [...commonBlocks(edited, previous), [edited.length, previous.length] as const];
  let [e, p] = [0, 0];
  for (const [editedAt, previousAt] of anchors) {
    pairInside(edited, previous, { e, editedAt, p, previousAt }, ids);
    const anchor = previous[previousAt];
    if (anchor) ids.set(editedAt, anchor.id);
    [e, p] = [editedAt + 1, previousAt + 1];
  }
  return edited.map((block, at) => ({ ...block, id: ids.get(at) ?? newBlockId() }));
}

/** The blocks with an id that stands once: of two with the same one the first keeps it. */
export function onceEach(blocks: readonly Block[]): Block[] {
  const seen = new Set<string>();
  return blocks.map((block) => {
    const id = seen.has(block.id) ? newBlockId() : block.id;
    seen.add(id);
    return { ...block, id };
  });
}

/** A translation takes the ids of the text it translates where both have the same kinds of blocks in the same order. */
export function pairIds(
  translated: readonly NewBlock[],
  source: readonly Block[],
  previous: readonly Block[],
): Block[] {
  const parallel =
    translated.length === source.length && translated.every((block, at) => block.type === source[at]?.type);
  if (!parallel) return keepIds(translated, previous);
  return translated.map((block, at) => ({ ...block, id: source[at]?.id ?? newBlockId() }));
}

interface Gap {
  e: number;
  editedAt: number;
  p: number;
  previousAt: number;
}

function pairInside(edited: readonly NewBlock[], previous: readonly Block[], gap: Gap, ids: Map<number, string>): void {
  let p = gap.p;
  for (let e = gap.e; e < gap.editedAt; e++) {
    const match = previous.findIndex((block, at) => at >= p && at < gap.previousAt && block.type === edited[e]?.type);
    const found = previous[match];
    if (!found) continue;
    ids.set(e, found.id);
    p = match + 1;
  }
}

function commonBlocks(edited: readonly NewBlock[], previous: readonly Block[]): (readonly [number, number])[] {
  const key = (block: NewBlock) => `${block.type} ${plainText(block as Block)}`;
  const [a, b] = [edited.map(key), previous.map(key)];
  const length = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number) => length[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      length[i]?.set([a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))], j);
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
