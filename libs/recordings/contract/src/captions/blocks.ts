import { type CaptionProblems } from './problems';
import { readTiming, type Timing } from './timing';

/** A cue as it stands in the file; `line` is that of its times, counted from 1. */
export interface RawCue {
  readonly kind: 'cue';
  readonly line: number;
  readonly id: string;
  readonly timing: Timing;
  readonly payload: string;
}
export type RawBlock = RawCue | { readonly kind: 'note' | 'style' | 'region'; readonly text: string };

const isArrow = (line: string | undefined): boolean => line?.includes('-->') ?? false;
const isNumber = (line: string | undefined): boolean => /^\d{1,9}$/.test(line?.trim() ?? '');

/**
 * Cuts a file into blocks as WebVTT does (section 6.1, “collect a WebVTT block”): a block ends at an empty line, and at an arrow that
 * is not its own. More lenient than that in one thing: where the blank line is missing, a number on the line before an arrow is the
 * identifier of the cue that follows and not the end of the text before.
 */
export class BlockReader {
  private readonly blocks: RawBlock[] = [];

  constructor(
    private readonly lines: readonly string[],
    private readonly problems: CaptionProblems,
    private readonly isSrt: boolean,
  ) {}

  /** The blocks from line number `start` on, counted from 0. */
  read(start: number): RawBlock[] {
    let at = start;
    while (at < this.lines.length) {
      if (this.lines[at]?.trim() === '') at++;
      else at = this.readBlock(at);
    }
    return this.blocks;
  }

  private readBlock(start: number): number {
    const at = blockEnd(this.lines, start);
    const head = this.lines.slice(start, at).filter((line) => line.trim() !== '');
    if (!isArrow(this.lines[at])) {
      this.addText(head, start);
      return at;
    }
    const hasId = head.length === 1 || isNumber(head.at(-1));
    const id = hasId ? head.pop()?.trim() : '';
    if (head.length > 0) {
      this.addText(head, start);
      this.problems.add(at + 1, 'no-blank-line');
    }
    return this.readCue(at, id ?? '');
  }

  private readCue(at: number, id: string): number {
    const timing = readTiming(this.lines[at] ?? '');
    let end = blockEnd(this.lines, at + 1);
    if (isArrow(this.lines[end])) {
      // Numbered cues: the number above the next times is theirs.
      if (end > at + 1 && isNumber(id) && isNumber(this.lines[end - 1])) end--;
      this.problems.add(end + 1, 'no-blank-line');
    }
    if (!timing) this.problems.add(at + 1, 'bad-time');
    else {
      if (!timing.exact && !this.isSrt) this.problems.add(at + 1, 'loose-time');
      this.blocks.push({ kind: 'cue', line: at + 1, id, timing, payload: this.lines.slice(at + 1, end).join('\n') });
    }
    return end;
  }

  /** A block without times. SRT knows none. */
  private addText([first = '', ...rest]: readonly string[], at: number): void {
    const text = rest.join('\n');
    const line = first.trimEnd();
    if (this.isSrt) this.problems.add(at + 1, 'stray-text');
    else if (/^NOTE(?:\s|$)/.test(line)) this.blocks.push({ kind: 'note', text: `${line.slice(4)}\n${text}` });
    else if (line === 'STYLE') this.blocks.push({ kind: 'style', text });
    else if (line === 'REGION') this.blocks.push({ kind: 'region', text });
    else this.problems.add(at + 1, 'stray-text');
  }
}

/** The number of the first line from `start` on that is empty or has an arrow. */
export function blockEnd(lines: readonly string[], start: number): number {
  let at = start;
  while (at < lines.length && lines[at] !== '' && !isArrow(lines[at])) at++;
  return at;
}
