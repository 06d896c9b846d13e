/**
 * What can be wrong with a caption file. An `error`: something could not be read and is left out, or no player will show it. A
 * `warning`: all of it is read, and worth a look.
 */
export const captionSeverities = {
  /** The file holds no captions at all. */
  'not-captions': 'error',
  /** The file is what people wrote in Zoom's chat, not what was said. */
  'zoom-chat': 'error',
  /** A line with an arrow whose times cannot be read; the cue is left out. */
  'bad-time': 'error',
  /** Text that belongs to no time; it is left out. */
  'stray-text': 'error',
  'ends-before-start': 'error',
  /** A WebVTT file without a single cue. */
  'no-cues': 'warning',
  /** Blank lines before WEBVTT, which players refuse. */
  'late-header': 'warning',
  /** A time that is understood but not written as WebVTT has it, such as `00:01,5`. */
  'loose-time': 'warning',
  'no-blank-line': 'warning',
  /** Italics, colours and the like, which are not kept. */
  'formatting-dropped': 'warning',
  /** A cue with several voices: it gets the first as its speaker, the others stand in its text. */
  'several-speakers': 'warning',
  empty: 'warning',
  'out-of-order': 'warning',
  overlap: 'warning',
  'past-end': 'warning',
  'too-fast': 'warning',
  'long-line': 'warning',
  'many-lines': 'warning',
} as const satisfies Record<string, 'error' | 'warning'>;

/** A stable code; its words in each language live in the web dictionaries. */
export type CaptionProblemCode = keyof typeof captionSeverities;
export type CaptionSeverity = (typeof captionSeverities)[CaptionProblemCode];

/** Every code there is. */
export const captionProblemCodes = Object.keys(captionSeverities) as CaptionProblemCode[];

/** Something wrong in line `line` of a caption file, counted from 1. */
export interface CaptionProblem {
  readonly line: number;
  readonly code: CaptionProblemCode;
  readonly severity: CaptionSeverity;
}

/** Of each code this many are told: what is wrong a thousand times is one mistake, and a list that a person reads has an end. */
const MOST = 100;

/** Collects problems, at most a hundred of each code. */
export class CaptionProblems {
  private readonly found: CaptionProblem[] = [];
  private readonly counts = new Map<CaptionProblemCode, number>();

  add(line: number, code: CaptionProblemCode): void {
    const count = (this.counts.get(code) ?? 0) + 1;
    this.counts.set(code, count);
    if (count <= MOST) this.found.push({ line, code, severity: captionSeverities[code] });
  }

  /** In the order of the file. */
  list(): CaptionProblem[] {
    return this.found.toSorted((a, b) => a.line - b.line);
  }
}
