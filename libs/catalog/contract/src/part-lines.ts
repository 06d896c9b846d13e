import { type Inline } from '@haven/shared/contract';
import { type PartText } from './translation';

/** A line of a part, to be translated by itself. `plain`: it has no marks. `needed`: where others of its part say something, so must it. */
export interface PartLine {
  readonly name: string;
  readonly runs: readonly Inline[];
  readonly plain: boolean;
  readonly needed: boolean;
}

const plain = (name: string, text: string, needed = true): PartLine => ({
  ...{ name, plain: true, needed },
  runs: text ? [{ type: 'text', text }] : [],
});
const rich = (name: string, runs: readonly Inline[]): PartLine => ({ name, runs, plain: false, needed: false });
const row = (name: string, cells: readonly (readonly Inline[])[]) =>
  cells.map((runs, at) => rich(`${name}${at + 1}`, runs));

/** What a part says, line by line, in its order: the items of a list, the cells of a table, the head of a pointer and its words. */
export function linesOf(text: PartText): PartLine[] {
  if (typeof text === 'string') return [plain('line', text)];
  switch (text.type) {
    case 'paragraph':
    case 'heading':
      return [rich('line', text.content)];
    case 'list':
      return row('item', text.items);
    case 'quote':
    case 'callout':
      return row('paragraph', text.content);
    case 'table':
      return [...row('head', text.head), ...text.rows.flatMap((cells, at) => row(`row${at + 1}-`, cells))];
    case 'clause':
      return [plain('title', text.source.title), ...row('paragraph', text.content)];
    case 'resource':
      return [plain('title', text.title), ...row('paragraph', text.content)];
    case 'term':
      return [plain('term', text.term), ...row('paragraph', text.content)];
    case 'moment':
      return [plain('label', text.label)];
    case 'image':
      return text.alt === null ? [] : [plain('alt', text.alt)];
    case 'file':
      return [plain('title', text.title)];
  }
}

/** What a line says where a part is put together: nothing where it is empty. */
type Say = (name: string) => readonly Inline[];

/**
 * A part that says other lines in the shape of `source`. Where `text`, an earlier translation, has more lines than the English, those stay as
 * long as something is in them. Pictures, addresses and times are those of `text` where there is one. Null where nothing is said at all.
 */
export function filled(source: PartText, text: PartText | null, say: Say): PartText | null {
  const shape = text !== null && typeof text !== 'string' && typeof source !== 'string' ? text : source;
  const made = typeof shape === 'string' ? plainOf(say('line')) : blockOf(shape, source, say);
  return linesOf(made).some(({ runs }) => runs.length > 0) ? made : null;
}

/** Every line that can be written in: those of the English, and those that only the translation has. */
export function writableLines(source: PartText, text: PartText | null): PartLine[] {
  const lines = linesOf(source);
  if (text === null || typeof text === 'string' || typeof source === 'string') return lines;
  if (text.type !== source.type) return linesOf(text);
  const extra = linesOf(text).filter(({ name }) => !lines.some((line) => line.name === name));
  return [...lines, ...extra];
}

type BlockText = Exclude<PartText, string>;

const plainOf = (runs: readonly Inline[]) =>
  runs
    .map(({ text }) => text)
    .join('')
    .trim();

function blockOf(shape: BlockText, source: PartText, say: Say): BlockText {
  const model = typeof source !== 'string' && source.type === shape.type ? source : shape;
  const [own, other] = [linesOf(shape), linesOf(model)];
  const count = (pattern: RegExp) => [own, other].map((lines) => lines.filter(({ name }) => pattern.test(name)).length);
  /** As many as the English has; of those beyond, up to the last that says something. */
  const cells = (prefix: string) => {
    const [mine = 0, theirs = 0] = count(new RegExp(`^${prefix}\\d+$`));
    const runs = Array.from({ length: Math.max(mine, theirs) }, (_, at) => [...say(`${prefix}${at + 1}`)]);
    return runs.slice(0, Math.max(theirs, runs.findLastIndex((one) => one.length > 0) + 1));
  };
  switch (shape.type) {
    case 'paragraph':
    case 'heading':
      return { ...shape, content: [...say('line')] };
    case 'list':
      return { ...shape, items: cells('item') };
    case 'quote':
    case 'callout':
      return { ...shape, content: cells('paragraph') };
    case 'table': {
      const [mine, theirs] = [shape, model].map((one) => (one.type === 'table' ? one.rows.length : 0));
      const rows = Array.from({ length: Math.max(mine ?? 0, theirs ?? 0) }, (_, at) => cells(`row${at + 1}-`));
      const last = rows.findLastIndex((one) => one.some((runs) => runs.length > 0)) + 1;
      return { ...shape, head: cells('head'), rows: rows.slice(0, Math.max(theirs ?? 0, last)) };
    }
    case 'clause':
      return { ...shape, source: { ...shape.source, title: plainOf(say('title')) }, content: cells('paragraph') };
    case 'resource':
      return { ...shape, title: plainOf(say('title')), content: cells('paragraph') };
    case 'term':
      return { ...shape, term: plainOf(say('term')), content: cells('paragraph') };
    case 'moment':
      return { ...shape, label: plainOf(say('label')) };
    case 'image':
      return shape.alt === null ? shape : { ...shape, alt: plainOf(say('alt')) };
    case 'file':
      return { ...shape, title: plainOf(say('title')) };
  }
}
