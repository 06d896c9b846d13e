import { type Block, clock, Href, type Inline, secondsOf, WebHref } from '@haven/shared/contract';
import { type Blockquote, type Paragraph, type PhrasingContent } from 'mdast';
import { type NewBlock } from './from-markdown';

/**
 * Blocks that point at something: a clause of a policy, a moment of a recording, a resource, a word of the field. In Markdown they are
 * quotes that begin with `[!CLAUSE]` and the like, what they point at, and words of their own.
 */
type Pointer = Extract<Block, { type: 'clause' | 'moment' | 'resource' | 'term' }>;
const types = { CLAUSE: 'clause', MOMENT: 'moment', RESOURCE: 'resource', TERM: 'term' } as const;

const marker = /^\[!(CLAUSE|MOMENT|RESOURCE|TERM)\]\s*/;

/** The pointer that the paragraphs of a quote are, a sentence about what is missing in it, or null where they are an ordinary quote. */
export function pointerFrom(paragraphs: readonly Inline[][]): NewBlock | string | null {
  const [[first, head, ...after] = [], ...rest] = paragraphs;
  const type = types[marker.exec(first?.text ?? '')?.[1] as keyof typeof types];
  if (!first || !type) return null;
  if (!head || first.text.replace(marker, '') !== '') return needs[type];
  const content = [trimmed(after), ...rest].filter((runs) => runs.length > 0);
  const link = head.marks?.find((mark) => mark.type === 'link')?.attrs.href ?? '';
  if (type === 'term')
    return head.marks?.some((mark) => mark.type === 'strong') && content.length > 0
      ? { type, term: head.text, content }
      : needs.term;
  if (type === 'moment') return momentFrom(head.text, link, content);
  if (!WebHref.safeParse(link).success) return needs[type];
  if (type === 'resource') return { type, title: head.text, href: link, content };
  return content.length > 0 ? { type, source: { title: head.text, href: link }, content } : needs.clause;
}

const needs = {
  clause: 'A clause begins with [!CLAUSE] and a link to its source, [Title](https://…), and then has its words.',
  moment: 'A moment is [!MOMENT] [What is said](lesson:name?t=125) 3:10, the last being where it ends.',
  resource: 'A resource begins with [!RESOURCE] and a link, [Title](https://…).',
  term: 'A term is [!TERM] **the word**, and then what it means.',
};

function momentFrom(label: string, href: string, content: readonly Inline[][]): NewBlock | string {
  const [, lesson, from] = /^lesson:([a-z0-9-]+)\?t=(\d{1,6})$/.exec(href) ?? [];
  const to = content.length === 1 ? secondsOf((content[0] ?? []).map((run) => run.text).join('')) : null;
  if (lesson === undefined || to === null || Number(from) >= to) return needs.moment;
  return { type: 'moment', label, lesson, range: [Number(from), to] };
}

/** Without the space that stands between what is pointed at and the first words. */
function trimmed(runs: readonly Inline[]): Inline[] {
  const [first, ...rest] = runs;
  if (!first) return [];
  const text = first.text.trimStart();
  return text ? [{ ...first, text }, ...rest] : rest;
}

/** The quote that a pointer is in Markdown. `paragraph` writes its words. */
export function pointerNode(block: Pointer, paragraph: (runs: readonly Inline[]) => Paragraph): Blockquote {
  // As "html" the marker is written as it stands; as text its bracket would be escaped.
  const mark: PhrasingContent = { type: 'html', value: `[!${block.type.toUpperCase()}] ` };
  const [head, words] = headOf(block);
  return { type: 'blockquote', children: [{ type: 'paragraph', children: [mark, ...head] }, ...words.map(paragraph)] };
}

function headOf(block: Pointer): [PhrasingContent[], readonly Inline[][]] {
  switch (block.type) {
    case 'clause':
      return [[link(block.source.title, block.source.href)], block.content];
    case 'resource':
      return [[link(block.title, block.href)], block.content];
    case 'term':
      return [[{ type: 'strong', children: [{ type: 'text', value: block.term }] }], block.content];
    case 'moment': {
      const [from, to] = block.range;
      return [
        [link(block.label, Href.parse(`lesson:${block.lesson}?t=${from}`)), { type: 'text', value: ` ${clock(to)}` }],
        [],
      ];
    }
  }
}

const link = (title: string, url: string): PhrasingContent => ({
  type: 'link',
  url,
  children: [{ type: 'text', value: title }],
});
