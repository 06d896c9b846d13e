import * as z from 'zod';
import { clock } from './clock';
import { Slug } from './id';
import { Range } from './range';
import { words } from './words';

/**
 * The text of a lesson: blocks of ProseMirror's JSON family, so that an editor can take them as they are.
 * There is no path for HTML: every node is named here, and what is not named is refused.
 */
export const Href = z
  .string()
  .max(2000)
  .regex(
    /^(https?:\/\/|mailto:|lesson:[a-z0-9-]+(\?t=\d+)?$)/,
    'a link is a web address, a mail address or lesson:name',
  );

/** An address on the web. */
export const WebHref = z
  .string()
  .max(2000)
  .regex(/^https?:\/\/[^\s/]/, 'this is no web address');

export const Mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('strong') }),
  z.strictObject({ type: z.literal('em') }),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href: Href }) }),
]);
export type Mark = z.infer<typeof Mark>;

/** A run of characters with its marks. */
export const Inline = z.strictObject({
  type: z.literal('text'),
  text: words(20_000).min(1),
  marks: z.array(Mark).optional(),
});
export type Inline = z.infer<typeof Inline>;

const BlockId = z.string().regex(/^[a-z0-9]{1,16}$/);
const inlines = z.array(Inline);

export const Paragraph = z.strictObject({
  type: z.literal('paragraph'),
  id: BlockId,
  content: inlines,
});
export const Heading = z.strictObject({
  type: z.literal('heading'),
  id: BlockId,
  level: z.union([z.literal(2), z.literal(3)]),
  content: inlines,
});
export const List = z.strictObject({
  type: z.literal('list'),
  id: BlockId,
  ordered: z.boolean(),
  items: z.array(inlines).min(1).max(200),
});
export const Quote = z.strictObject({
  type: z.literal('quote'),
  id: BlockId,
  content: z.array(inlines).min(1),
});
export const Callout = z.strictObject({
  type: z.literal('callout'),
  id: BlockId,
  tone: z.enum(['note', 'important']),
  content: z.array(inlines).min(1),
});
export const Table = z.strictObject({
  type: z.literal('table'),
  id: BlockId,
  head: z.array(inlines).min(1),
  rows: z.array(z.array(inlines)).max(500),
});

const Words = words(300).trim().min(1);

/** A clause of a policy in its own words, and where they stand. */
export const Clause = z.strictObject({
  type: z.literal('clause'),
  id: BlockId,
  source: z.strictObject({ title: Words, href: WebHref }),
  content: z.array(inlines).min(1),
});
/** A moment of a recording: from one second to another in the lesson that shows it. */
export const Moment = z.strictObject({
  type: z.literal('moment'),
  id: BlockId,
  label: Words,
  lesson: Slug,
  range: Range,
});
/** A reading, a toolkit or a page elsewhere, with a word on why. */
export const Resource = z.strictObject({
  type: z.literal('resource'),
  id: BlockId,
  title: Words,
  href: WebHref,
  content: z.array(inlines),
});
/** A word of the field and what it means. */
export const Term = z.strictObject({
  type: z.literal('term'),
  id: BlockId,
  term: Words,
  content: z.array(inlines).min(1),
});

/** The name of stored bytes: their SHA-256 in hexadecimal. */
export const MediaHash = z.string().regex(/^[0-9a-f]{64}$/);

/** A picture. `width` and `height` in pixels; `alt` says what it shows, null where it is decoration and its author said so. */
export const Image = z.strictObject({
  type: z.literal('image'),
  id: BlockId,
  picture: MediaHash,
  width: z.number().int().min(1).max(2400),
  height: z.number().int().min(1).max(2400),
  alt: Words.nullable(),
});
/** The kinds of files that a lesson can offer. */
export const FileFormat = z.enum(['pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp']);
export type FileFormat = z.infer<typeof FileFormat>;
/** A file to keep. `size` in bytes. */
export const FileBlock = z.strictObject({
  type: z.literal('file'),
  id: BlockId,
  title: Words,
  file: MediaHash,
  format: FileFormat,
  size: z.number().int().min(1),
});

/** One block. The id is the same in every language of the lesson: by it translations, notes and evidence hold on. */
export const Block = z.discriminatedUnion('type', [
  Paragraph,
  Heading,
  List,
  Quote,
  Callout,
  Table,
  Clause,
  Moment,
  Resource,
  Term,
  Image,
  FileBlock,
]);
export type Block = z.infer<typeof Block>;

export const Blocks = z.array(Block).max(500);
export type Blocks = z.infer<typeof Blocks>;

/** The words of a block, without marks: for search, diffs and counting. */
export function plainText(block: Block): string {
  const line = (run: readonly Inline[]) => run.map((r) => r.text).join('');
  const under = (head: string, content: readonly Inline[][]) => [head, ...content.map(line)].join('\n');
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return line(block.content);
    case 'quote':
    case 'callout':
      return block.content.map(line).join('\n');
    case 'list':
      return block.items.map(line).join('\n');
    case 'clause':
      return under(block.source.title, block.content);
    case 'moment':
      return `${block.label} (${block.range.map(clock).join('–')})`;
    case 'resource':
      return under(block.title, block.content);
    case 'term':
      return under(block.term, block.content);
    case 'image':
      return block.alt ?? '';
    case 'file':
      return block.title;
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(line).join(' | ')).join('\n');
  }
}
