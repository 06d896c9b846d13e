import { Fragment, type Node, type NodeType } from '@tiptap/pm/model';
import { TextSelection, type Transaction } from '@tiptap/pm/state';

/** What a line of text can be made to be. */
export type Shape =
  | { readonly type: 'paragraph' }
  | { readonly type: 'heading'; readonly level: 2 | 3 }
  | { readonly type: 'list'; readonly ordered: boolean }
  | { readonly type: 'quote' }
  | { readonly type: 'callout'; readonly tone: 'note' | 'important' };

/** One line, with the number of the block it stands in and the place of its first character. */
interface Line {
  readonly words: Fragment;
  readonly home: number;
  readonly from: number;
  readonly chosen: boolean;
}

/** Lines that become one block, or a block that is left as it is. */
interface Piece {
  readonly shape: Shape | null;
  readonly home: number;
  readonly lines: Line[];
}

const shapes: readonly string[] = ['paragraph', 'heading', 'list', 'quote', 'callout'];

/** What the line at the start of the selection is, or null where it is none of these. */
export function shapeAt({ selection }: Pick<Transaction, 'selection'>): Shape | null {
  const { $from } = selection;
  return $from.depth > 0 ? shapeOf($from.node(1)) : null;
}

const shapeOf = ({ type, attrs }: Node): Shape | null => {
  if (!shapes.includes(type.name)) return null;
  const { id: _, ...rest } = attrs;
  return { type: type.name, ...rest } as Shape;
};

const same = (a: Shape | null, b: Shape | null) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Makes the selected lines `shape`, or paragraphs where all of them are that already. Lines that are not selected stay what they are, also
 * in the middle of a list or a quote; neighbours come together. False where no line can be changed.
 */
export function reshape(tr: Transaction, shape: Shape): boolean {
  const { $from, $to } = tr.selection;
  if ($from.depth === 0 || !(tr.selection instanceof TextSelection)) return false;
  const [first, last] = [$from.index(0), $to.index(0)];
  const [start, end] = [$from.before(1), $to.after(1)];
  const homes = Array.from({ length: last - first + 1 }, (_, at) => tr.doc.child(first + at));
  const lines = linesOf(tr, homes, start);
  const chosen = lines.filter((line) => line.chosen);
  if (chosen.length === 0) return false;
  const target: Shape = chosen.every(({ home }) => same(shapeOf(homes[home] ?? tr.doc), shape))
    ? { type: 'paragraph' }
    : shape;
  const { nodes, places } = build(homes, piecesOf(homes, lines, target), start);
  const place = (pos: number): number => {
    const line = lines.find(({ from, words }) => pos >= from && pos <= from + words.size);
    return line ? (places.get(line) ?? start) + pos - line.from : start;
  };
  const [anchor, head] = [place(tr.selection.anchor), place(tr.selection.head)];
  tr.replaceWith(start, end, nodes);
  tr.setSelection(TextSelection.between(tr.doc.resolve(anchor), tr.doc.resolve(head)));
  return true;
}

function linesOf({ selection }: Transaction, homes: readonly Node[], start: number): Line[] {
  const lines: Line[] = [];
  let pos = start;
  for (const [at, home] of homes.entries()) {
    if (shapeOf(home)) {
      const add = (node: Node, from: number) => {
        const chosen = from <= selection.to && from + node.content.size >= selection.from;
        lines.push({ words: node.content, home: at, from, chosen });
      };
      if (home.isTextblock) add(home, pos + 1);
      else home.forEach((child, offset) => add(child, pos + offset + 2));
    }
    pos += home.nodeSize;
  }
  return lines;
}

/** Puts together what becomes one block. A heading or a paragraph is a block by itself, whatever stands beside it. */
function piecesOf(homes: readonly Node[], lines: readonly Line[], target: Shape): Piece[] {
  const pieces: Piece[] = [];
  for (const [home, node] of homes.entries()) {
    const own = lines.filter((line) => line.home === home);
    if (own.length === 0) pieces.push({ shape: null, home, lines: [] });
    for (const line of own) {
      const shape = line.chosen ? target : shapeOf(node);
      const last = pieces.at(-1);
      const joins = last?.lines.length && shape && isContainer(shape) && same(last.shape, shape);
      if (joins && (line.chosen || last.home === home)) last.lines.push(line);
      else pieces.push({ shape, home, lines: [line] });
    }
  }
  return pieces;
}

const isContainer = ({ type }: Shape) => type !== 'paragraph' && type !== 'heading';

/** The blocks of the pieces, from `start` on, and where each line begins in them. The first piece of a block keeps its id. */
function build(homes: readonly Node[], pieces: readonly Piece[], start: number) {
  const places = new Map<Line, number>();
  const kept = new Set<number>();
  let pos = start;
  const nodes = pieces.flatMap(({ shape, home, lines }) => {
    const was = homes[home];
    if (!was) return [];
    const id = kept.has(home) ? null : (was.attrs['id'] as string | null);
    kept.add(home);
    const node = shape ? blockFrom(was.type.schema.nodes, shape, id, lines) : was;
    let inside = pos + (node.isTextblock ? 1 : 2);
    for (const line of lines) {
      places.set(line, inside);
      inside += line.words.size + 2;
    }
    pos += node.nodeSize;
    return node;
  });
  return { nodes: Fragment.from(nodes), places };
}

function blockFrom(
  types: Readonly<Record<string, NodeType>>,
  { type, ...attrs }: Shape,
  id: string | null,
  lines: readonly Line[],
): Node {
  const make = (name: string, given: object, content: Fragment | Node[]) => {
    const found = types[name];
    if (!found) throw new Error(`no ${name} in this schema`);
    return found.create({ ...given }, content);
  };
  if (type === 'paragraph' || type === 'heading')
    return make(type, { ...attrs, id }, lines[0]?.words ?? Fragment.empty);
  const line = type === 'list' ? 'item' : 'paragraph';
  return make(
    type,
    { ...attrs, id },
    lines.map(({ words }) => make(line, {}, words)),
  );
}
