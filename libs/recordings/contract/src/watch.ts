import { Id, Range } from '@haven/shared/contract';
import * as z from 'zod';

/**
 * What one play session says it has played so far. Claims are cumulative: `ranges` holds everything since the session began, so
 * losing any earlier claim costs nothing, and sending one twice adds nothing. `seq` counts up; `position` is where the playhead is.
 */
export const WatchClaim = z.strictObject({
  session: Id,
  recording: Id,
  rev: z.number().int().min(1),
  ranges: z.array(Range).max(400),
  position: z.number().int().min(0).max(360_000),
  seq: z.number().int().min(0),
  rate: z.number().min(0.25).max(16),
});
export type WatchClaim = z.infer<typeof WatchClaim>;

export const WatchClaims = z.strictObject({ claims: z.array(WatchClaim).min(1).max(50) });
export type WatchClaims = z.infer<typeof WatchClaims>;

/** What the server now holds: `covered` of the recording, and what of the claim it could not credit yet and the client keeps. */
export const WatchResults = z.object({
  results: z.array(z.object({ session: Id, covered: z.array(Range), pending: z.array(Range) })),
});
export type WatchResults = z.infer<typeof WatchResults>;
