import { type CaptionCue, lastMoment } from './document';
import { longestLine } from './lint';

/**
 * Cuts a cue in two at `caret`, an offset into its text. The time is divided at `at` (milliseconds), else in proportion to the text;
 * each part gets at least a millisecond where there are two. The first keeps the identifier.
 */
export function splitCue(cue: CaptionCue, caret: number, at?: number): [CaptionCue, CaptionCue] {
  const place = wholeCharacter(cue.text, Math.min(Math.max(caret, 0), cue.text.length));
  const share = cue.text.length === 0 ? 0.5 : place / cue.text.length;
  const wanted = Math.round(at ?? cue.from + (cue.to - cue.from) * share);
  const time = cue.to - cue.from < 2 ? cue.from : Math.min(Math.max(wanted, cue.from + 1), cue.to - 1);
  return [
    { ...cue, to: time, text: cue.text.slice(0, place).trimEnd() },
    { ...cue, id: '', from: time, text: cue.text.slice(place).trimStart() },
  ];
}

/** `caret`, or the place before it where it stands within a surrogate pair. */
function wholeCharacter(text: string, caret: number): number {
  return (text.codePointAt(caret - 1) ?? 0) > 0xffff ? caret - 1 : caret;
}

/**
 * Two cues as one, from the start of the earlier to the end of the later. The text is joined in one line where it fits. Of two
 * speakers the first is the speaker, the second is named in the text, as a file with two voices in a cue is read.
 */
export function mergeCues(first: CaptionCue, second: CaptionCue): CaptionCue {
  const isOther = second.speaker !== null && second.speaker !== first.speaker && first.speaker !== null;
  return {
    ...first,
    id: first.id || second.id,
    from: Math.min(first.from, second.from),
    to: Math.max(first.to, second.to),
    speaker: first.speaker ?? second.speaker,
    text: isOther ? `${first.text}\n${second.speaker}: ${second.text}` : joined(first.text, second.text),
  };
}

function joined(first: string, second: string): string {
  if (first === '' || second === '') return first || second;
  const line = `${first.slice(first.lastIndexOf('\n') + 1)} ${second.split('\n', 1)[0]}`;
  return `${first}${line.length <= longestLine ? ' ' : '\n'}${second}`;
}

/**
 * Moves the cues that start at `from` or later by `shift`, both in milliseconds. All are moved by the same, so what is between them
 * stays; where that would carry the first of them before 0 or before a cue that stays, they move as far as they can.
 */
export function shiftAll(cues: readonly CaptionCue[], shift: number, from = 0): CaptionCue[] {
  let [first, last, fixed] = [Infinity, 0, 0];
  for (const cue of cues) {
    if (cue.from < from) fixed = Math.max(fixed, cue.from);
    else [first, last] = [Math.min(first, cue.from), Math.max(last, cue.from, cue.to)];
  }
  const by = Math.min(Math.max(Math.round(shift), fixed - first), lastMoment - last);
  return cues.map((cue) => (cue.from < from ? cue : { ...cue, from: cue.from + by, to: Math.max(cue.to + by, 0) }));
}

/** The cues with `cue` put in where its time is: after those that start no later. */
export function insertCue(cues: readonly CaptionCue[], cue: CaptionCue): CaptionCue[] {
  const later = cues.findIndex(({ from }) => from > cue.from);
  return cues.toSpliced(later < 0 ? cues.length : later, 0, cue);
}

/** The cues without number `index`. */
export function removeCue(cues: readonly CaptionCue[], index: number): CaptionCue[] {
  return cues.filter((_, at) => at !== index);
}

/** The cues with number `index` at other times, in milliseconds. The order stays; `lineUp` makes it that of time. */
export function retime(
  cues: readonly CaptionCue[],
  index: number,
  times: Partial<Pick<CaptionCue, 'from' | 'to'>>,
): CaptionCue[] {
  return cues.map((cue, at) => (at === index ? { ...cue, ...times } : cue));
}

/** The cues in the order of time; those that start together keep their order. */
export function lineUp(cues: readonly CaptionCue[]): CaptionCue[] {
  return cues.toSorted((a, b) => a.from - b.from);
}
