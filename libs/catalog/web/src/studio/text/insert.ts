import { type Node } from '@tiptap/pm/model';
import { NodeSelection, type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';

/** Blocks whose head is chosen in a dialog. */
export const headed = ['clause', 'moment', 'resource', 'term'] as const;
export type Headed = (typeof headed)[number];
/** Blocks that are chosen whole in a dialog of their own. */
export const media = ['image', 'file'] as const;

/** Puts a block after the one at the cursor, or in the place of an empty line, and the cursor where its words are written. */
export function insertBlock(tr: Transaction, block: Node): void {
  const { $from } = tr.selection;
  const inLine = $from.depth > 0;
  const emptyLine = $from.depth === 1 && $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0;
  const at = inLine ? (emptyLine ? $from.before(1) : $from.after(1)) : tr.selection.to;
  if (emptyLine) tr.delete(at, $from.after(1));
  tr.insert(at, block);
  const inside = block.isAtom ? at + block.nodeSize : at + 1;
  tr.setSelection(TextSelection.near(tr.doc.resolve(inside), 1));
}

/** The block at the cursor that a dialog can change, with its place. */
export function headedAt({ selection }: Pick<EditorState, 'selection'>): { node: Node; pos: number } | null {
  const { $from } = selection;
  const chosen = selection instanceof NodeSelection;
  const node = chosen ? selection.node : $from.depth > 0 ? $from.node(1) : null;
  if (!node || ![...headed, ...media].some((name) => name === node.type.name)) return null;
  return { node, pos: chosen ? selection.from : $from.before(1) };
}
