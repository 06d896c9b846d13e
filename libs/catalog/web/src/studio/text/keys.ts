import { type Editor, Extension, InputRule } from '@tiptap/core';
import { Plugin, TextSelection, type Transaction } from '@tiptap/pm/state';
import { type EditorView } from '@tiptap/pm/view';
import { Href } from '@haven/shared/contract';
import { reshape, type Shape } from './shape';
import { evenTables, goBelow, tablePlace } from './table';

const containers: readonly string[] = ['list', 'quote', 'callout'];
const pointers: readonly string[] = ['clause', 'resource', 'term'];

/** What is typed at the start of a line and becomes a block. Headings, bold and italic bring theirs along. */
const starts: readonly { find: RegExp; shape: Shape }[] = [
  { find: /^[-*+]\s$/, shape: { type: 'list', ordered: false } },
  { find: /^1[.)]\s$/, shape: { type: 'list', ordered: true } },
  { find: /^>\s$/, shape: { type: 'quote' } },
];

/** What keys and Markdown do in a lesson's text where it is not what every text does. */
export const TextKeys = Extension.create({
  name: 'textKeys',
  priority: 200,
  addKeyboardShortcuts() {
    const run = (act: (tr: Transaction) => boolean) => () => dispatched(this.editor, act);
    return {
      Enter: run(enter),
      'Shift-Enter': run((tr) => enter(tr) || splitLine(tr)),
      'Mod-Enter': run((tr) => enter(tr) || splitLine(tr)),
      Backspace: run(backspace),
    };
  },
  addInputRules: () => [
    ...starts.map(
      ({ find, shape }) =>
        new InputRule({
          find,
          handler: ({ state: { tr }, range }): null | undefined => {
            if (tr.selection.$from.depth !== 1 || tr.selection.$from.parent.type.name !== 'paragraph') return null;
            tr.delete(range.from, range.to);
            reshape(tr, shape);
            return undefined;
          },
        }),
    ),
    new InputRule({
      find: /\[([^\]]+)\]\(([^)\s]+)\)$/,
      handler: ({ state: { tr, schema }, range, match: [, words = '', href = ''] }): null | undefined => {
        const link = schema.marks['link'];
        if (!link || !Href.safeParse(href).success) return null;
        tr.replaceWith(range.from, range.to, schema.text(words, [link.create({ href })]));
        tr.removeStoredMark(link);
        return undefined;
      },
    }),
  ],
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (transactions, _before, state) =>
        transactions.some((one) => one.docChanged) ? evenTables(state) : null,
      props: { handleDOMEvents: { blur: keepSelection } },
    }),
  ],
});

/**
 * Browsers tell of a changed selection a little later. Who selects by keys and goes to the tools at once has left by then, and ProseMirror
 * would not listen any more.
 */
function keepSelection(view: EditorView): boolean {
  const selected = view.dom.ownerDocument.getSelection();
  if (!selected?.anchorNode || !selected.focusNode) return false;
  if (!view.dom.contains(selected.anchorNode) || !view.dom.contains(selected.focusNode)) return false;
  const at = (node: Node, offset: number) => view.state.doc.resolve(view.posAtDOM(node, offset));
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selected;
  const found = TextSelection.between(at(anchorNode, anchorOffset), at(focusNode, focusOffset));
  if (view.state.selection instanceof TextSelection && !found.eq(view.state.selection))
    view.dispatch(view.state.tr.setSelection(found));
  return false;
}

function dispatched(editor: Editor, act: (tr: Transaction) => boolean): boolean {
  const { tr } = editor.state;
  if (!act(tr)) return false;
  editor.view.dispatch(tr.scrollIntoView());
  return true;
}

/** Down in a table; out of a list, quote or note on an empty line; out of a clause and the like on an empty last line. */
function enter(tr: Transaction): boolean {
  const { $from, empty } = tr.selection;
  if (tablePlace(tr)) return goBelow(tr);
  if (!empty || $from.depth !== 2 || $from.parent.content.size > 0) return false;
  const home = $from.node(1);
  if (containers.includes(home.type.name)) return reshape(tr, { type: 'paragraph' });
  if (!pointers.includes(home.type.name) || $from.index(1) < home.childCount - 1) return false;
  const paragraph = tr.doc.type.schema.nodes['paragraph'];
  if (!paragraph) return false;
  tr.insert($from.after(1), paragraph.create());
  const inside = $from.after(1) + 1;
  tr.setSelection(TextSelection.create(tr.doc, inside));
  if (home.childCount > 1) tr.delete($from.before(2), $from.after(2));
  return true;
}

/** A line has no second line within it: it becomes two. */
function splitLine(tr: Transaction): boolean {
  tr.deleteSelection().split(tr.selection.from);
  return true;
}

/** Takes the first line out of what it stands in, and never joins what a table or a clause keeps apart. */
function backspace(tr: Transaction): boolean {
  const { $from, empty } = tr.selection;
  if (!empty || $from.parentOffset > 0 || $from.depth < 2) return false;
  if (tablePlace(tr)) return true;
  if ($from.index(1) > 0) return false;
  if (containers.includes($from.node(1).type.name)) return reshape(tr, { type: 'paragraph' });
  return true;
}
