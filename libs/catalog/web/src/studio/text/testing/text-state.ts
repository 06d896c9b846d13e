import { getSchema } from '@tiptap/core';
import { type Block, type Inline } from '@haven/shared/contract';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { blocksOf, type DocNode, docOf } from '../doc';
import { textExtensions } from '../schema';

const word = 'Word';
export const textSchema = getSchema(
  textExtensions({
    note: word,
    important: word,
    clause: word,
    moment: word,
    resource: word,
    term: word,
    image: word,
    decoration: word,
    file: word,
  }),
);

export const run = (text: string): Inline => ({ type: 'text', text });
export const paragraph = (id: string, text: string): Block => ({
  type: 'paragraph',
  id,
  content: text ? [run(text)] : [],
});

/** A text with a selection from the first `[` to the `]` in its words; one `|` is a cursor. */
export function stateFrom(blocks: readonly Block[]): EditorState {
  const doc = textSchema.nodeFromJSON(docOf(blocks));
  const state = EditorState.create({ doc });
  const at = (sign: string) => {
    let found = -1;
    doc.descendants((node, pos) => {
      const inside = node.text?.indexOf(sign) ?? -1;
      if (found < 0 && inside >= 0) found = pos + inside;
    });
    return found;
  };
  const cursor = at('|');
  const [from, to] = cursor >= 0 ? [cursor, cursor] : [at('['), at(']')];
  const tr = state.tr.delete(to, to + 1);
  if (cursor < 0) tr.delete(from, from + 1);
  tr.setSelection(TextSelection.create(tr.doc, from, cursor < 0 ? to - 1 : from));
  return state.apply(tr);
}

/** The blocks after a change, with the selection marked as in `stateFrom`. */
export function after(state: EditorState, change: (tr: Transaction) => boolean): Block[] | null {
  const { tr } = state;
  if (!change(tr)) return null;
  const { from, to } = tr.selection;
  if (from === to) tr.insertText('|', from);
  else tr.insertText(']', to).insertText('[', from);
  return blocksOf(tr.doc.toJSON() as DocNode, []);
}
