import { type CaptionCue } from '@haven/recordings/contract';

/** How much of a cue may lie in silence before it is doubted, and how often the same words may come in a row. */
const SILENT = 0.8;
const REPEATS = 3;

/** `kept` and `heldBack` are all of what was heard, each in its order. */
export interface Doubted {
  readonly kept: CaptionCue[];
  readonly heldBack: CaptionCue[];
}

/**
 * Sets aside what a machine probably did not hear: words in measured silence, the same words over and over, and what comes after the end.
 * Speech models are known to make these up (Koenecke et al., "Careless Whisper", 2024). `silences` and `duration` in seconds.
 */
export function holdBack(
  cues: readonly CaptionCue[],
  silences: readonly (readonly [from: number, to: number])[],
  duration: number,
): Doubted {
  const repeated = repeats(cues);
  const doubted = (cue: CaptionCue, at: number) =>
    cue.from >= duration * 1000 || repeated.has(at) || inSilence(cue, silences) >= SILENT;
  return {
    kept: cues.filter((cue, at) => !doubted(cue, at)),
    heldBack: cues.filter((cue, at) => doubted(cue, at)),
  };
}

/** The part of a cue, from 0 to 1, that lies in silence. */
function inSilence({ from, to }: CaptionCue, silences: readonly (readonly [number, number])[]): number {
  const silent = silences.reduce(
    (sum, [start, end]) => sum + Math.max(0, Math.min(to, end * 1000) - Math.max(from, start * 1000)),
    0,
  );
  return to > from ? silent / (to - from) : 0;
}

/** The places of cues that say what the one before said, from the second on, in runs of three and more. */
function repeats(cues: readonly CaptionCue[]): Set<number> {
  const found = new Set<number>();
  const said = cues.map(({ text }) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
  for (let start = 0, end = 1; start < said.length; start = end++) {
    while (end < said.length && said[end] === said[start]) end++;
    if (end - start >= REPEATS) for (let at = start + 1; at < end; at++) found.add(at);
  }
  return found;
}
