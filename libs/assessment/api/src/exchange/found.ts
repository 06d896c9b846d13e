import { type ImportReport, type LeftReason, type NoteReason, type QuestionContent } from '@haven/assessment/contract';

/** A question that can be taken: where it stands, what it is, and what of it is not as it was. */
export interface Found {
  readonly file: string | null;
  readonly line: number;
  readonly content: QuestionContent;
  readonly notes: readonly NoteReason[];
}

/** Something that cannot be taken, and why. `what` is its own word for what it is: a type of question, a number. */
export interface Left {
  readonly file: string | null;
  readonly line: number;
  readonly reason: LeftReason;
  readonly what: string | null;
}

/** What a file holds. */
export interface Reading {
  readonly format: ImportReport['format'];
  readonly taken: readonly Found[];
  readonly left: readonly Left[];
}

/** Why something is left. Thrown within the readers, and caught by them: no reader throws it to its caller. */
export class Unreadable extends Error {
  constructor(
    readonly reason: LeftReason,
    readonly line: number | null = null,
    readonly what: string | null = null,
  ) {
    super(reason);
  }
}

/** The most questions of one file that are looked at. */
export const MOST = 500;

/** Collects what a reader finds; a question that cannot be taken does not keep the next one from being read. */
export class Finds {
  readonly taken: Found[] = [];
  readonly left: Left[] = [];
  private looked = 0;

  /** `file`: the one that is being read, where there are several. */
  constructor(public file: string | null = null) {}

  /** Whether no other question would be looked at. */
  isFull(): boolean {
    return this.looked > MOST;
  }

  /** Reads one question that begins at `line`. After the most there may be, none is looked at any more. */
  read(line: number, question: () => Pick<Found, 'content' | 'notes'>): void {
    this.looked++;
    if (this.looked === MOST + 1) this.leave('too-many', line);
    if (this.looked > MOST) return;
    try {
      this.taken.push({ file: this.file, line, ...question() });
    } catch (cause) {
      if (!(cause instanceof Unreadable)) throw cause;
      this.leave(cause.reason, cause.line ?? line, cause.what);
    }
  }

  leave(reason: LeftReason, line: number, what: string | null = null): void {
    if (this.left.length < 2 * MOST)
      this.left.push({ file: this.file, line, reason, what: what && tidy(what).slice(0, 80) });
  }
}

/** A text as Haven keeps it: what can be stored and written in XML, one space at a time, at most one empty line at a time. */
export function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|[\u00AD\u200B\uFEFF\uFFFE\uFFFF]/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
