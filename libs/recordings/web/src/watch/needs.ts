import { type Range } from '@haven/shared/contract';
import { clamp, gaps, seconds } from '@haven/shared/contract/plain';

/** How a recording stands against the rule of `required` per cent. */
export interface Needs {
  met: boolean;
  covered: number;
  gaps: Range[];
  /** The seconds in the gaps, and how many of them are enough. */
  missing: number;
  enough: number;
}

/**
 * Where playing only what is missing goes on from `second`: right here inside one of the `gaps`, else where the next one begins; null after
 * the last. The gaps are those that were there when it began: what is played meanwhile must not be jumped over under the playhead.
 */
export function onward(gaps: readonly Range[], second: number): number | null {
  const next = gaps.find(([, to]) => second < to);
  return next ? Math.max(second, next[0]) : null;
}

/** What of `duration` seconds is not in `ranges`, and how much of that the rule asks for: on whole numbers, as the server counts. */
export function needs(ranges: readonly Range[], duration: number, required: number): Needs {
  const covered = seconds(clamp(ranges, duration));
  const open = gaps(ranges, duration);
  const enough = Math.max(0, Math.ceil((required * duration) / 100) - covered);
  return { met: enough === 0, covered, gaps: open, missing: duration - covered, enough };
}
