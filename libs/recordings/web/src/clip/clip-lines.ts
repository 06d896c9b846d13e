import { type Cue } from '@haven/recordings/contract';
import { type Range } from '@haven/shared/contract';

/** The lines that are heard between two seconds: also the one that has begun before, and the one that goes on after. */
export const linesIn = (cues: readonly Cue[], [from, to]: Range): Cue[] =>
  cues.filter((cue) => cue.from < to && cue.to > from);
