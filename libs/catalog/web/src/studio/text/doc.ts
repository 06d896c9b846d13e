import { type Block, type Blocks, type Inline, type Mark } from '@haven/shared/contract';

/** A node of the editor's document as ProseMirror's JSON has it. */
export interface DocNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly DocNode[];
  readonly text?: string;
  readonly marks?: readonly Mark[];
}

/** In this order marks lie in each other, whatever order they came in. */
const ranks: readonly Mark['type'][] = ['link', 'strong', 'em'];

/** The document that the editor shows for these blocks. */
export const docOf = (blocks: readonly Block[]): DocNode => ({
  type: 'doc',
  content: blocks.length > 0 ? blocks.map(nodeOf) : [node('paragraph', { id: null })],
});

/**
 * The blocks of the editor's document. A block of `before` that was not changed comes back exactly as it was, also where the editor would
 * write it another way; what is empty is left out, so that a line nobody wrote on is not stored.
 */
export function blocksOf(doc: DocNode, before: readonly Block[]): Blocks {
  const old = new Map(before.map((block) => [block.id, block]));
  return (doc.content ?? []).flatMap((child): Block[] => {
    const block = blockOf(child);
    const was = old.get(idOf(child));
    if (was && JSON.stringify(blockOf(nodeOf(was))) === JSON.stringify(block)) return [was];
    return block ? [block] : [];
  });
}

const node = (type: string, attrs?: DocNode['attrs'], content: readonly DocNode[] = []): DocNode => ({
  type,
  ...(attrs && { attrs }),
  ...(content.length > 0 && { content }),
});

function nodeOf(block: Block): DocNode {
  const { id, type } = block;
  switch (type) {
    case 'paragraph':
      return node(type, { id }, texts(block.content));
    case 'heading':
      return node(type, { id, level: block.level }, texts(block.content));
    case 'list':
      return node(type, { id, ordered: block.ordered }, lines('item', block.items));
    case 'quote':
      return node(type, { id }, paragraphs(block.content));
    case 'callout':
      return node(type, { id, tone: block.tone }, paragraphs(block.content));
    case 'table':
      return node(
        type,
        { id },
        [block.head, ...block.rows].map((row) => node('row', undefined, lines('cell', row))),
      );
    case 'clause':
      return node(type, { id, ...block.source }, paragraphs(block.content));
    case 'moment': {
      const [from, to] = block.range;
      return node(type, { id, label: block.label, lesson: block.lesson, from, to });
    }
    case 'resource':
      return node(type, { id, title: block.title, href: block.href }, paragraphs(block.content));
    case 'term':
      return node(type, { id, term: block.term }, paragraphs(block.content));
    case 'image':
    case 'file': {
      const { type: _, ...attrs } = block;
      return node(type, attrs);
    }
  }
}

const lines = (type: string, all: readonly Inline[][]) => all.map((runs) => node(type, undefined, texts(runs)));

/** The paragraphs of a block that holds some. There is always one to write in. */
const paragraphs = (all: readonly Inline[][]) =>
  (all.length > 0 ? all : [[]]).map((runs) => node('paragraph', { id: null }, texts(runs)));

const texts = (runs: readonly Inline[]): DocNode[] =>
  runs.map(({ text, marks = [] }) => {
    const ordered = ranks.flatMap((rank) => marks.find((mark) => mark.type === rank) ?? []);
    return { type: 'text', text, ...(ordered.length > 0 && { marks: ordered }) };
  });

const idOf = (child: DocNode): string => String(child.attrs?.['id'] ?? '');

/** What a node of the document is as a block; null where there is nothing in it. */
function blockOf(child: DocNode): Block | null {
  const { type, attrs = {}, content = [] } = child;
  const base = { type, id: idOf(child), ...attrs };
  const rest = content.map(runsOf).filter((runs) => runs.length > 0);
  switch (type) {
    case 'paragraph':
    case 'heading': {
      const runs = runsOf(child);
      return runs.length > 0 ? ({ ...base, content: runs } as Block) : null;
    }
    case 'list':
      return rest.length > 0 ? ({ ...base, items: rest } as Block) : null;
    case 'quote':
    case 'callout':
      return rest.length > 0 ? ({ ...base, content: rest } as Block) : null;
    case 'table': {
      const [head = [], ...rows] = content.map((row) => (row.content ?? []).map(runsOf));
      return { ...base, head, rows } as Block;
    }
    case 'clause': {
      const { title, href, ...block } = base as unknown as { title: string; href: string };
      return { ...block, source: { title, href }, content: orEmpty(rest) } as Block;
    }
    case 'moment': {
      const { from, to, ...block } = base as unknown as { from: number; to: number };
      return { ...block, range: [from, to] } as unknown as Block;
    }
    case 'resource':
      return { ...base, content: rest } as unknown as Block;
    case 'image':
    case 'file':
      return base as unknown as Block;
    default:
      return { ...base, content: orEmpty(rest) } as unknown as Block;
  }
}

/** What has a head is kept while its words are still to be written. */
const orEmpty = (all: Inline[][]) => (all.length > 0 ? all : [[]]);

/** Runs with the same marks are one. */
function runsOf({ content = [] }: DocNode): Inline[] {
  return content.reduce<Inline[]>((runs, { text = '', marks = [] }) => {
    const last = runs.at(-1);
    if (last && JSON.stringify(last.marks ?? []) === JSON.stringify(marks))
      runs[runs.length - 1] = { ...last, text: last.text + text };
    else runs.push({ type: 'text', text, ...(marks.length > 0 && { marks: [...marks] }) });
    return runs;
  }, []);
}
