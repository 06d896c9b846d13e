import { type CaptionCue } from './document';
import { captionSeverities, type CaptionProblemCode, type CaptionSeverity } from './problems';

/** What a lint goes by. `duration` of the recording in whole seconds; `locale` decides the reading speed, English unless told. */
export interface LintOptions {
  readonly duration?: number;
  readonly locale?: string;
}

/** Something wrong with cue number `index`, counted from 0. */
export interface CueProblem {
  readonly index: number;
  readonly code: CaptionProblemCode;
  readonly severity: CaptionSeverity;
}

/** The most lines that a cue should have, and characters that a line should have: Netflix Timed Text Style Guide, for both languages. */
export const mostLines = 2;
export const longestLine = 42;

/** The most characters per second that adults read well: Netflix Timed Text Style Guide, 20 in English, 17 in Spanish and most others. */
export function fastestReading(locale = 'en'): number {
  return locale.startsWith('en') ? 20 : 17;
}

/** How fast a cue is read, in characters per second; blanks and punctuation count, a line end counts as a blank. */
export function readingSpeed({ from, to, text }: Pick<CaptionCue, 'from' | 'to' | 'text'>): number {
  const characters = count(text);
  return characters === 0 ? 0 : (characters * 1000) / Math.max(to - from, 0);
}

/** Everything that is wrong with cues, or hard to follow, in their order. */
export function lintCues(cues: readonly CaptionCue[], { duration, locale }: LintOptions = {}): CueProblem[] {
  // A duration in whole seconds may be rounded down: what ends within that second is in time.
  const end = duration === undefined ? Infinity : (duration + 1) * 1000;
  let [previous, latest] = [0, 0];
  return cues.flatMap((cue, index) => {
    const codes = [...timeCodes(cue, previous, latest, end), ...textCodes(cue, fastestReading(locale))];
    [previous, latest] = [cue.from, Math.max(latest, cue.to)];
    return codes.map((code) => ({ index, code, severity: captionSeverities[code] }));
  });
}

/** `previous` is where the cue before starts, `latest` where the last of those before ends. */
function timeCodes({ from, to }: CaptionCue, previous: number, latest: number, end: number): CaptionProblemCode[] {
  const codes: CaptionProblemCode[] = [];
  if (to <= from) codes.push('ends-before-start');
  if (from < previous) codes.push('out-of-order');
  else if (from < latest) codes.push('overlap');
  if (to > end) codes.push('past-end');
  return codes;
}

function textCodes(cue: CaptionCue, fastest: number): CaptionProblemCode[] {
  if (cue.text.trim() === '') return ['empty'];
  const codes: CaptionProblemCode[] = [];
  const lines = cue.text.split('\n');
  if (cue.to > cue.from && readingSpeed(cue) > fastest) codes.push('too-fast');
  if (lines.some((line) => count(line) > longestLine)) codes.push('long-line');
  if (lines.length > mostLines) codes.push('many-lines');
  return codes;
}

/** Characters as people count them, not as JavaScript does: an emoji outside the basic plane is one. */
function count(text: string): number {
  let characters = 0;
  for (const _ of text) characters++;
  return characters;
}
