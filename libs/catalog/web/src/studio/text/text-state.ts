import { type EditorState } from '@tiptap/pm/state';
import { type Headed, headedAt } from './insert';
import { type Shape, shapeAt } from './shape';
import { type TableAct, tablePlace } from './table';

/** What the tools show as pressed or offer at the cursor. */
export interface TextState {
  readonly shape: Shape | null;
  readonly strong: boolean;
  readonly em: boolean;
  readonly link: boolean;
  readonly table: boolean;
  readonly headed: Headed | null;
}

/** What a tool asks for. */
export type TextAct =
  | { readonly do: 'shape'; readonly shape: Shape }
  | { readonly do: 'mark'; readonly mark: 'strong' | 'em' }
  | { readonly do: 'ask'; readonly kind: Headed | 'link' }
  | { readonly do: 'table'; readonly act: TableAct | 'insert' }
  | { readonly do: 'change' | 'remove' | 'undo' | 'redo' };

export function stateOf(state: EditorState): TextState {
  const { selection, storedMarks, doc, schema } = state;
  const has = (name: string) => {
    const type = schema.marks[name];
    if (!type) return false;
    const { empty, from, to, $from } = selection;
    return empty ? Boolean(type.isInSet(storedMarks ?? $from.marks())) : doc.rangeHasMark(from, to, type);
  };
  return {
    shape: shapeAt(state),
    strong: has('strong'),
    em: has('em'),
    link: has('link'),
    table: tablePlace(state) !== null,
    headed: (headedAt(state)?.node.type.name as Headed | undefined) ?? null,
  };
}
