import { clamp, type Range, union } from '@haven/shared/contract';
import { type CaptionCue } from './captions/document';
import { lineUp } from './captions/edit';

/**
 * A piece of an old timeline that is found again in a new one, all in whole seconds: the seconds from `from` up to, and without, `to`
 * now start at `at`. A recording that was replaced has a list of them; what lies in none is not in the new recording.
 */
export interface TimelinePiece {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** What is found again, at its new times and in their order, and what is not, as it was. */
export interface CarriedOver<T> {
  readonly carried: T[];
  readonly lost: T[];
}

/** Ranges of seconds on the new timeline, in normal form. A second that is in several pieces is carried to each of its places. */
export function carryRanges(ranges: readonly Range[], pieces: readonly TimelinePiece[]): Range[] {
  return union(
    pieces.flatMap(({ from, to, at }) =>
      clamp(ranges, to)
        .filter(([, end]) => end > from)
        .map(([start, end]): Range => [Math.max(start, from) - from + at, end - from + at]),
    ),
  );
}

/** Chapters, slides, notes: whatever stands at one whole second `at`. In several pieces, the first counts. */
export function carryPoints<T extends { readonly at: number }>(
  points: readonly T[],
  pieces: readonly TimelinePiece[],
): CarriedOver<T> {
  const { carried, lost } = carry(points, (point) => {
    const piece = pieceAt(pieces, point.at);
    return piece && { ...point, at: point.at - piece.from + piece.at };
  });
  return { carried: carried.toSorted((a, b) => a.at - b.at), lost };
}

/** Cues, whose times are milliseconds: one is carried with the piece that holds its middle, and cut where the piece ends. */
export function carryCues(cues: readonly CaptionCue[], pieces: readonly TimelinePiece[]): CarriedOver<CaptionCue> {
  const whole = joined(pieces);
  const { carried, lost } = carry(cues, (cue) => {
    const piece = pieceAt(whole, (cue.from + cue.to) / 2000);
    if (!piece) return undefined;
    const moved = (time: number): number =>
      Math.min(Math.max(time, piece.from * 1000), piece.to * 1000) + (piece.at - piece.from) * 1000;
    return { ...cue, from: moved(cue.from), to: moved(cue.to) };
  });
  return { carried: lineUp(carried), lost };
}

function carry<T>(things: readonly T[], move: (thing: T) => T | undefined): CarriedOver<T> {
  const [carried, lost]: [T[], T[]] = [[], []];
  for (const thing of things) {
    const moved = move(thing);
    if (moved) carried.push(moved);
    else lost.push(thing);
  }
  return { carried, lost };
}

function pieceAt(pieces: readonly TimelinePiece[], second: number): TimelinePiece | undefined {
  return pieces.find(({ from, to }) => second >= from && second < to);
}

/** Pieces that go on where another ends, in both timelines, as one: nothing is cut where nothing was cut. */
function joined(pieces: readonly TimelinePiece[]): TimelinePiece[] {
  const whole: TimelinePiece[] = [];
  for (const piece of pieces.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last?.to === piece.from && last.at - last.from === piece.at - piece.from)
      whole[whole.length - 1] = { ...last, to: piece.to };
    else whole.push(piece);
  }
  return whole;
}
