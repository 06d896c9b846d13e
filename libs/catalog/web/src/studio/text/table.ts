import { Fragment, type Node, type NodeType } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';

/** What can be done to the table that the cursor is in. */
export type TableAct = 'add-row' | 'add-column' | 'remove-row' | 'remove-column' | 'remove-table';

interface Place {
  readonly table: Node;
  readonly pos: number;
  readonly row: number;
  readonly column: number;
}

/** Where in which table the cursor is; null outside of tables. */
export function tablePlace({ selection: { $from } }: Pick<EditorState, 'selection'>): Place | null {
  const table = $from.depth > 0 ? $from.node(1) : null;
  if (table?.type.name !== 'table' || $from.depth < 3) return null;
  return { table, pos: $from.before(1), row: $from.index(1), column: $from.index(2) };
}

/** A new table with an empty head and one row, as wide as is usual. */
export function newTable(types: Readonly<Record<string, NodeType>>, columns = 2): Node {
  const cells = () => Array.from({ length: columns }, () => made(types, 'cell'));
  return made(types, 'table', [made(types, 'row', cells()), made(types, 'row', cells())]);
}

function made(types: Readonly<Record<string, NodeType>>, name: string, content: readonly Node[] = []): Node {
  const type = types[name];
  if (!type) throw new Error(`no ${name} in this schema`);
  return type.create(null, [...content]);
}

/** Does `act` to the table at the cursor and leaves the cursor in it. The head stays: a table without one is removed whole. */
export function changeTable(tr: Transaction, act: TableAct): boolean {
  const place = tablePlace(tr);
  if (!place) return false;
  const { table, pos, row, column } = place;
  if (act === 'remove-table') {
    tr.delete(pos, pos + table.nodeSize);
    return true;
  }
  const rows = rowsOf(table);
  const types = tr.doc.type.schema.nodes;
  const next = changed(rows, act, place, () => made(types, 'cell'));
  if (!next) return false;
  const content = next.map((cells) => made(types, 'row', cells));
  tr.replaceWith(pos, pos + table.nodeSize, table.copy(Fragment.from(content)));
  const to = { row: act === 'add-row' ? row + 1 : row, column: act === 'add-column' ? column + 1 : column };
  return goTo(tr, pos, to.row, to.column);
}

const rowsOf = (table: Node): Node[][] => {
  const rows: Node[][] = [];
  table.forEach((row) => rows.push(Array.from({ length: row.childCount }, (_, at) => row.child(at))));
  return rows;
};

function changed(rows: Node[][], act: TableAct, { row, column }: Place, cell: () => Node): Node[][] | null {
  const width = Math.max(...rows.map((cells) => cells.length));
  const even = rows.map((cells) => [...cells, ...Array.from({ length: width - cells.length }, cell)]);
  switch (act) {
    case 'add-row':
      return even.toSpliced(row + 1, 0, Array.from({ length: width }, cell));
    case 'add-column':
      return even.map((cells) => cells.toSpliced(column + 1, 0, cell()));
    case 'remove-row':
      return row === 0 || rows.length < 2 ? null : even.toSpliced(row, 1);
    case 'remove-column':
      return width < 2 ? null : even.map((cells) => cells.toSpliced(column, 1));
    case 'remove-table':
      return null;
  }
}

/** Puts the cursor at the end of a cell of the table at `pos`: the nearest one where there is none so far. */
function goTo(tr: Transaction, pos: number, row: number, column: number): boolean {
  const table = tr.doc.nodeAt(pos);
  if (!table) return false;
  const line = Math.min(row, table.childCount - 1);
  const at = Math.min(column, table.child(line).childCount - 1);
  let inside = pos + 1;
  for (let r = 0; r < line; r++) inside += table.child(r).nodeSize;
  inside += 1;
  for (let c = 0; c <= at; c++) inside += table.child(line).child(c).nodeSize;
  tr.setSelection(TextSelection.near(tr.doc.resolve(inside - 1), -1));
  return true;
}

/** From a cell to the one below it, in a new row after the last. */
export function goBelow(tr: Transaction): boolean {
  const place = tablePlace(tr);
  if (!place) return false;
  const { table, pos, row, column } = place;
  return row + 1 < table.childCount ? goTo(tr, pos, row + 1, column) : changeTable(tr, 'add-row');
}

/** Gives short rows of a table empty cells, so that what was deleted across cells leaves a table. */
export function evenTables({ doc, tr }: EditorState): Transaction | null {
  const short: { at: number; missing: number }[] = [];
  doc.forEach((table, pos) => {
    if (table.type.name !== 'table') return;
    const width = Math.max(1, ...rowsOf(table).map((cells) => cells.length));
    table.forEach((row, offset) => {
      const missing = width - row.childCount;
      if (missing > 0) short.push({ at: pos + offset + row.nodeSize, missing });
    });
  });
  for (const { at, missing } of short.toReversed()) {
    const cell = doc.type.schema.nodes['cell'];
    if (cell)
      tr.insert(
        at,
        Array.from({ length: missing }, () => cell.create()),
      );
  }
  return short.length > 0 ? tr : null;
}
