import { Extension } from '@tiptap/core';
import { type Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';

/** A new id for a block: eight letters and digits, as the server makes them. */
export const newBlockId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(4))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Every block that holds something has an id, and no two have the same one: what is typed, pasted or divided gets its own. Of two with one
 * id the first keeps it, unless it is an empty line that was put before.
 */
export const BlockIds = Extension.create({
  name: 'blockIds',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(transactions, _before, { doc, tr }) {
        if (!transactions.some((one) => one.docChanged)) return null;
        const holders = new Map<string, { pos: number; empty: boolean }>();
        const give = (pos: number, id: string | null) => tr.setNodeAttribute(pos, 'id', id);
        doc.forEach((child, pos) => {
          const id = child.attrs['id'] as string | null;
          const empty = isEmptyLine(child);
          const holder = id === null ? undefined : holders.get(id);
          if (id === null || (holder && (empty || !holder.empty))) {
            if (!empty) give(pos, newBlockId());
            else if (id !== null) give(pos, null);
            return;
          }
          if (holder) give(holder.pos, null);
          holders.set(id, { pos, empty });
        });
        return tr.docChanged ? tr : null;
      },
    }),
  ],
});

const isEmptyLine = (node: Node) => node.type.name === 'paragraph' && node.content.size === 0;
