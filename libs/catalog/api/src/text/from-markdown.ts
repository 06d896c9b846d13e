import { type Block, Href, type Inline, type Mark } from '@haven/shared/contract';
import {
  type BlockContent,
  type Blockquote,
  type DefinitionContent,
  type PhrasingContent,
  type Root,
  type RootContent,
  type Table,
} from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { mediaFrom } from './media';
import { pointerFrom } from './pointers';

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/** A block that has no id yet: ids are given where the languages of a lesson are brought together. */
export type NewBlock = WithoutId<Block>;

/** Something in a text that a lesson cannot hold, with its line (counted from 1). */
export class MarkdownError extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

type Node = { position?: { start: { line: number } } | undefined };
const refuse = (node: Node, message: string) => new MarkdownError(node.position?.start.line ?? 1, message);

/** More than a paragraph ever has. Reading emphasis takes time that grows with the square of its marks, so these keep it short. */
const most = { characters: 10_000, marks: 400 };

/**
 * Reads the Markdown of a lesson (CommonMark with GFM tables) into blocks. What a lesson cannot hold is refused with its line instead of
 * being dropped: HTML, images, code, nested lists, headings other than ## and ###, links to anything but the web, mail and lessons.
 * @throws MarkdownError
 */
export function blocksFromMarkdown(source: string): NewBlock[] {
  return markdownTree(source).children.map(blockOf);
}

/** The tree of any Markdown. @throws MarkdownError where a part is too long to be read in good time. */
export function markdownTree(source: string): Root {
  refuseMonsters(source);
  return fromMarkdown(source, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
}

function refuseMonsters(source: string): void {
  let line = 1;
  for (const part of source.split(/\n[ \t]*\n/)) {
    const marks = part.match(/[*_`[\]<!|~]/g)?.length ?? 0;
    if (part.length > most.characters || marks > most.marks)
      throw new MarkdownError(line, 'This part is too long. Divide it by empty lines.');
    line += part.split('\n').length + 1;
  }
}

/** The block that a node is. @throws MarkdownError where a lesson cannot hold it. */
export function blockOf(node: RootContent): NewBlock {
  switch (node.type) {
    case 'paragraph': {
      const [only, ...more] = node.children;
      const media = only?.type === 'image' && more.length === 0 ? mediaFrom(only) : null;
      return media ?? { type: 'paragraph', content: inlines(node.children) };
    }
    case 'heading':
      if (node.depth !== 2 && node.depth !== 3) throw refuse(node, 'A heading starts with ## or ###.');
      return { type: 'heading', level: node.depth, content: inlines(node.children) };
    case 'list':
      return {
        type: 'list',
        ordered: node.ordered ?? false,
        items: node.children.map((item) => {
          const [only, ...more] = item.children;
          if (only?.type !== 'paragraph' || more.length > 0)
            throw refuse(item, 'A list item is one paragraph, without a list inside.');
          return inlines(only.children);
        }),
      };
    case 'blockquote':
      return quoteOf(node);
    case 'table':
      return tableOf(node);
    case 'html':
      throw refuse(node, 'HTML is not possible here. Use Markdown.');
    case 'code':
      throw refuse(
        node,
        'Code and indented text are not possible here. Take the spaces away from the start of the line.',
      );
    default:
      throw refuse(node, 'This part cannot be used in a lesson.');
  }
}

/** GitHub's alert: a quote whose first line is `[!NOTE]` or `[!IMPORTANT]`. */
const alert = /^\[!(NOTE|IMPORTANT)\]\s*/;

function quoteOf(node: Blockquote): NewBlock {
  const paragraphs = node.children.map((child: BlockContent | DefinitionContent) => {
    if (child.type !== 'paragraph') throw refuse(child, 'A quote or a note holds paragraphs only.');
    return inlines(child.children);
  });
  if (paragraphs.length === 0) throw refuse(node, 'This quote is empty.');
  const pointer = pointerFrom(paragraphs);
  if (typeof pointer === 'string') throw refuse(node, pointer);
  if (pointer) return pointer;
  const first = paragraphs[0]?.[0];
  const tone = alert.exec(first?.text ?? '')?.[1];
  if (!first || !tone) return { type: 'quote', content: paragraphs };
  const rest = first.text.replace(alert, '');
  const opening = [...(rest ? [{ ...first, text: rest }] : []), ...(paragraphs[0]?.slice(1) ?? [])];
  const content = opening.length > 0 ? [opening, ...paragraphs.slice(1)] : paragraphs.slice(1);
  if (content.length === 0) throw refuse(node, 'This note is empty.');
  return { type: 'callout', tone: tone === 'NOTE' ? 'note' : 'important', content };
}

function tableOf(node: Table): NewBlock {
  const [head = [], ...rows] = node.children.map((row) => row.children.map((cell) => inlines(cell.children)));
  return { type: 'table', head, rows };
}

function inlines(nodes: readonly PhrasingContent[], marks: readonly Mark[] = []): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    switch (node.type) {
      case 'text':
        return [run(node.value.replaceAll('\n', ' '), marks)];
      case 'strong':
        return inlines(node.children, [...marks, { type: 'strong' }]);
      case 'emphasis':
        return inlines(node.children, [...marks, { type: 'em' }]);
      case 'break':
        return [run(' ', marks)];
      case 'link':
        if (!Href.safeParse(node.url).success)
          throw refuse(node, `The link "${node.url}" leads nowhere: use https://…, mailto:… or lesson:name.`);
        return inlines(node.children, [...marks, { type: 'link', attrs: { href: node.url } }]);
      case 'image':
        throw refuse(node, 'A picture stands by itself and is named by its hash: ![What it shows](picture:…).');
      case 'html':
        throw refuse(node, 'HTML is not possible here. Use Markdown.');
      default:
        throw refuse(node, 'This part cannot be used in a lesson.');
    }
  });
}

const run = (text: string, marks: readonly Mark[]): Inline => ({
  type: 'text',
  text,
  ...(marks.length > 0 && { marks: [...marks] }),
});
