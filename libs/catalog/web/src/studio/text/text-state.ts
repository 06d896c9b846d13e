import { type MediaKind } from '@haven/catalog/contract';
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
  /** Whether the block at the cursor can be changed by a dialog, or taken away whole. */
  readonly headed: boolean;
}

/** What a tool asks for. */
export type TextAct =
  | { readonly do: 'shape'; readonly shape: Shape }
  | { readonly do: 'mark'; readonly mark: 'strong' | 'em' }
  | { readonly do: 'ask'; readonly kind: Headed | 'link' }
  | { readonly do: 'media'; readonly kind: MediaKind }
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
    headed: headedAt(state) !== null,
  };
}
