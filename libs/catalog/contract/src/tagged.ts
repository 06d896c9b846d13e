import { type Inline, type Mark } from '@haven/shared/contract';

/** Runs as a reader of a file meets them: words, and where marks begin and end. */
export type RunStep = { readonly text: string } | { readonly open: Mark } | { readonly close: true };

const equal = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export function stepsOf(runs: readonly Inline[]): RunStep[] {
  const steps: RunStep[] = [];
  let open: readonly Mark[] = [];
  const turnTo = (marks: readonly Mark[]) => {
    const same = open.findIndex((mark, at) => !equal(mark, marks[at]));
    const kept = same < 0 ? open.length : same;
    for (let at = open.length; at > kept; at--) steps.push({ close: true });
    steps.push(...marks.slice(kept).map((mark) => ({ open: mark })));
    open = marks;
  };
  for (const { text, marks = [] } of runs) {
    turnTo(marks);
    steps.push({ text });
  }
  turnTo([]);
  return steps;
}

/** The runs that steps make; neighbours with the same marks are one. Null where a mark does not end, or ends without having begun. */
export function runsFrom(steps: readonly RunStep[]): Inline[] | null {
  const runs: Inline[] = [];
  const open: Mark[] = [];
  for (const step of steps) {
    if ('open' in step) open.push(step.open);
    else if ('close' in step) {
      if (!open.pop()) return null;
    } else if (step.text) {
      const last = runs.at(-1);
      if (last && equal(last.marks ?? [], open)) last.text += step.text;
      else runs.push({ type: 'text', text: step.text, ...(open.length > 0 && { marks: [...open] }) });
    }
  }
  return open.length > 0 ? null : runs;
}

/** A mark with the number that stands for it in a field of plain text: `<1>here</1>`. */
export interface MarkTag {
  readonly n: number;
  readonly mark: Mark;
}

/** The marks of a line and of its translation, numbered. A number that stands in the words themselves as a tag is left out. */
export function tagsOf(source: readonly Inline[], text: readonly Inline[]): MarkTag[] {
  const words = [...source, ...text].map((run) => run.text).join('\n');
  const marks = [...source, ...text].flatMap((run) => run.marks ?? []);
  const different = marks.filter((mark, at) => marks.findIndex((other) => equal(other, mark)) === at);
  let n = 0;
  return different.map((mark) => {
    do n++;
    while (words.includes(`<${n}>`) || words.includes(`</${n}>`));
    return { n, mark };
  });
}

/** A line in a field of plain text. */
export function toTagged(runs: readonly Inline[], tags: readonly MarkTag[]): string {
  const open: number[] = [];
  return stepsOf(runs)
    .map((step) => {
      if ('text' in step) return step.text;
      if ('close' in step) return `</${open.pop()}>`;
      open.push(tags.find(({ mark }) => equal(mark, step.open))?.n ?? 0);
      return `<${open.at(-1)}>`;
    })
    .join('');
}

/** The line that a field holds, or null where its tags do not fit together. Only numbers of `tags` are tags, all else is words. */
export function fromTagged(field: string, tags: readonly MarkTag[]): Inline[] | null {
  const open: number[] = [];
  const steps: RunStep[] = [];
  for (const piece of field.split(/(<\/?\d+>)/)) {
    const [, slash, digits] = /^<(\/?)(\d+)>$/.exec(piece) ?? [];
    const tag = tags.find(({ n }) => String(n) === digits);
    if (!tag) steps.push({ text: piece });
    else if (!slash) {
      open.push(tag.n);
      steps.push({ open: tag.mark });
    } else {
      if (open.pop() !== tag.n) return null;
      steps.push({ close: true });
    }
  }
  return runsFrom(steps);
}
