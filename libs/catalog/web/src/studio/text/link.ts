import { type EditorState, type Transaction } from '@tiptap/pm/state';

/** The link at the cursor or at the start of the selection, with the words that it has. */
export function linkAt({ selection, doc }: Pick<EditorState, 'selection' | 'doc'>): {
  href: string;
  from: number;
  to: number;
} | null {
  const { $from, empty, from } = selection;
  const type = doc.type.schema.marks['link'];
  if (!type || !$from.parent.isTextblock) return null;
  const { parent } = $from;
  const runs: { href: string | null; from: number; to: number }[] = [];
  parent.forEach((child, offset) => {
    const href = (type.isInSet(child.marks)?.attrs['href'] as string | undefined) ?? null;
    const at = $from.start() + offset;
    const last = runs.at(-1);
    if (last && last.href === href) last.to = at + child.nodeSize;
    else runs.push({ href, from: at, to: at + child.nodeSize });
  });
  const found = runs.find((run) => run.href !== null && run.from <= from && (empty ? from <= run.to : from < run.to));
  return found && found.href !== null ? { ...found, href: found.href } : null;
}

/** Makes the selection, the link at the cursor, or new `words` lead to `href`; null takes the link away and leaves the words. */
export function setLink(tr: Transaction, href: string | null, words: string): boolean {
  const type = tr.doc.type.schema.marks['link'];
  if (!type) return false;
  const found = linkAt(tr);
  const { from, to } = tr.selection.empty && found ? found : tr.selection;
  if (href === null) {
    tr.removeMark(found?.from ?? from, Math.max(to, found?.to ?? to), type);
    return true;
  }
  const mark = type.create({ href });
  if (from < to) tr.addMark(from, to, mark);
  else if (words) tr.replaceSelectionWith(tr.doc.type.schema.text(words, [mark]), false);
  tr.removeStoredMark(type);
  return true;
}
