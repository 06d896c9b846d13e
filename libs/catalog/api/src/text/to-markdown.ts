import { type Block, type Inline, type Mark } from '@haven/shared/contract';
import { type BlockContent, type Paragraph, type PhrasingContent, type TableCell, type TableRow } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { mediaNode } from './media';
import { pointerNode } from './pointers';

/** The Markdown of a lesson's blocks. Reading it again with `blocksFromMarkdown` gives equal blocks (property test). */
export function blocksToMarkdown(blocks: readonly Block[]): string {
  return toMarkdown(
    { type: 'root', children: blocks.map(nodeOf) },
    { extensions: [gfmTableToMarkdown({ tablePipeAlign: false })], bullet: '-', emphasis: '*' },
  );
}

function nodeOf(block: Block): BlockContent {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block.content);
    case 'heading':
      return { type: 'heading', depth: block.level, children: phrasing(block.content) };
    case 'list':
      return {
        type: 'list',
        ordered: block.ordered,
        spread: false,
        children: block.items.map((item) => ({ type: 'listItem', spread: false, children: [paragraph(item)] })),
      };
    case 'quote':
      return { type: 'blockquote', children: block.content.map(paragraph) };
    case 'callout': {
      const [first = [], ...rest] = block.content;
      // As "html" the marker is written as it stands; as text its bracket would be escaped.
      const marker: PhrasingContent = { type: 'html', value: `[!${block.tone.toUpperCase()}]\n` };
      return {
        type: 'blockquote',
        children: [{ type: 'paragraph', children: [marker, ...phrasing(first)] }, ...rest.map(paragraph)],
      };
    }
    case 'clause':
    case 'moment':
    case 'resource':
    case 'term':
      return pointerNode(block, paragraph);
    case 'image':
    case 'file':
      return { type: 'paragraph', children: [mediaNode(block)] };
    case 'table':
      return { type: 'table', children: [block.head, ...block.rows].map(row) };
  }
}

const paragraph = (runs: readonly Inline[]): Paragraph => ({ type: 'paragraph', children: phrasing(runs) });

const row = (cells: readonly Inline[][]): TableRow => ({
  type: 'tableRow',
  children: cells.map((cell): TableCell => ({ type: 'tableCell', children: phrasing(cell) })),
});

/** Runs that share their mark at `depth` are wrapped together, so that a bold link stays one link. */
function phrasing(runs: readonly Inline[], depth = 0): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (let at = 0; at < runs.length;) {
    const mark = runs[at]?.marks?.[depth];
    let end = at + 1;
    while (mark && end < runs.length && JSON.stringify(runs[end]?.marks?.[depth]) === JSON.stringify(mark)) end++;
    nodes.push(
      mark ? wrap(mark, phrasing(runs.slice(at, end), depth + 1)) : { type: 'text', value: runs[at]?.text ?? '' },
    );
    at = end;
  }
  return nodes;
}

function wrap(mark: Mark, children: PhrasingContent[]): PhrasingContent {
  if (mark.type === 'link') return { type: 'link', url: mark.attrs.href, children };
  return { type: mark.type === 'strong' ? 'strong' : 'emphasis', children };
}
