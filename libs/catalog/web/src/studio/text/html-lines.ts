import { type Block, type Inline } from '@haven/shared/contract';

export type Kind = 'paragraph' | 'heading2' | 'heading3' | 'quote' | 'bullet' | 'number' | 'cell';

/** A line as it was found. `list`: which list of the source it is of. */
export interface Line {
  readonly kind: Kind;
  readonly list: string;
  runs: Inline[];
}

export type Part = Line | { readonly kind: 'table'; readonly rows: Inline[][][] };

/** The longest run that a block holds, and the most blocks, items and rows that are taken at once. */
export const most = { run: 20_000, items: 200, rows: 500, blocks: 500 };

/** A run of a head, which is bold by itself. */
export const withoutStrong = ({ marks = [], ...run }: Inline): Inline => {
  const rest = marks.filter(({ type }) => type !== 'strong');
  return { ...run, ...(rest.length > 0 && { marks: rest }) };
};

/** Runs with one space between words and none at the ends, neighbours with the same marks joined, none too long. */
export function tidy(runs: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const text = last && !last.text.endsWith(' ') ? run.text : run.text.trimStart();
    if (text === '') continue;
    if (last && JSON.stringify(last.marks) === JSON.stringify(run.marks)) last.text += text;
    else joined.push({ ...run, text });
  }
  const end = joined.at(-1);
  if (end) end.text = end.text.trimEnd();
  if (end?.text === '') {
    joined.pop();
    return tidy(joined);
  }
  return joined.flatMap((run) =>
    Array.from({ length: Math.ceil(run.text.length / most.run) }, (_, at) => ({
      ...run,
      text: run.text.slice(at * most.run, (at + 1) * most.run),
    })),
  );
}

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;
type NewBlock = WithoutId<Block>;

/** Lines of one list or one quote are one block. */
export function grouped(parts: readonly Part[]): NewBlock[] {
  const blocks: NewBlock[] = [];
  let before: Part | null = null;
  for (const part of parts) {
    const last = blocks.at(-1);
    const follows =
      before && before.kind === part.kind && 'list' in before && 'list' in part && before.list === part.list;
    if (part.kind === 'table') blocks.push({ type: 'table', head: part.rows[0] ?? [], rows: part.rows.slice(1) });
    else if (last?.type === 'list' && follows && last.items.length < most.items) last.items.push(part.runs);
    else if (last?.type === 'quote' && follows) last.content.push(part.runs);
    else blocks.push(blockOf(part));
    before = part;
  }
  return blocks;
}

function blockOf({ kind, runs }: Line): NewBlock {
  if (kind === 'bullet' || kind === 'number') return { type: 'list', ordered: kind === 'number', items: [runs] };
  if (kind === 'quote') return { type: 'quote', content: [runs] };
  if (kind === 'heading2' || kind === 'heading3')
    return { type: 'heading', level: kind === 'heading2' ? 2 : 3, content: runs };
  return { type: 'paragraph', content: runs };
}
