import { Id, Instant, Range } from '@haven/shared/contract';
import * as z from 'zod';

/**
 * What one play session says it has played so far. Claims are cumulative: `ranges` holds everything since the session began, so
 * losing any earlier claim costs nothing, and sending one twice adds nothing. `seq` counts up; `position` is where the playhead is, null for a
 * clip out of the recording, which leaves the place where somebody goes on. `lease`: what the session plays by when it begins without a line.
 */
export const WatchClaim = z.strictObject({
  session: Id,
  recording: Id,
  rev: z.number().int().min(1),
  ranges: z.array(Range).max(400),
  position: z.number().int().min(0).max(360_000).nullable(),
  seq: z.number().int().min(0),
  rate: z.number().min(0.25).max(16),
  lease: Id.nullable().optional(),
});
export type WatchClaim = z.infer<typeof WatchClaim>;

export const WatchClaims = z.strictObject({ claims: z.array(WatchClaim).min(1).max(50) });
export type WatchClaims = z.infer<typeof WatchClaims>;

/**
 * What the server now holds: `covered` of the recording, and `unproven`, which somebody says to have watched but nobody can check, because it
 * was played without a line and without a lease. `pending` is what of the claim it could not credit yet and the client keeps.
 */
export const WatchResults = z.object({
  results: z.array(
    z.object({ session: Id, covered: z.array(Range), unproven: z.array(Range), pending: z.array(Range) }),
  ),
});
export type WatchResults = z.infer<typeof WatchResults>;

/**
 * A play session that is opened ahead, for playing without a line: what is played under it is credited like what is played online. The device
 * makes the id; asking again for the same lease changes nothing.
 */
export const LeaseAsked = z.strictObject({ lease: Id });
export type LeaseAsked = z.infer<typeof LeaseAsked>;

/** What begins under the lease has to be claimed before `until`. */
export const Lease = z.object({ lease: Id, until: Instant });
export type Lease = z.infer<typeof Lease>;
