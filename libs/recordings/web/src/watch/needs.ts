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

/** What of `duration` seconds is not in `ranges`, and how much of that the rule asks for: on whole numbers, as the server counts. */
export function needs(ranges: readonly Range[], duration: number, required: number): Needs {
  const covered = seconds(clamp(ranges, duration));
  const open = gaps(ranges, duration);
  const enough = Math.max(0, Math.ceil((required * duration) / 100) - covered);
  return { met: enough === 0, covered, gaps: open, missing: duration - covered, enough };
}
