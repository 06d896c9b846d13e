import { Id, Instant, pageOf, words } from '@haven/shared/contract';
import * as z from 'zod';

/** What lets whoever has it into a group. It is in a link; another one can be made, and then this one is worth nothing. */
export const JoinCode = z.string().regex(/^[a-z2-7]{20}$/);
export type JoinCode = z.infer<typeof JoinCode>;

/**
 * A group as those see it who work on courses: how many are in it, never who. `size` is null where they are few enough to be told apart. `code`
 * is null for those who may not let anybody in. A group that was deleted can be brought back for a month.
 */
export const StudioGroup = z.object({
  id: Id,
  name: z.string(),
  size: z.number().int().nullable(),
  code: JoinCode.nullable(),
  deletedAt: Instant.nullable(),
});
export type StudioGroup = z.infer<typeof StudioGroup>;
export const StudioGroups = pageOf(StudioGroup);
export type StudioGroups = z.infer<typeof StudioGroups>;

export const NewGroup = z.strictObject({ name: words(100).trim().min(1) });
export type NewGroup = z.infer<typeof NewGroup>;

/** A group that somebody is in, as they see it themselves. */
export const OwnGroup = z.object({ id: Id, name: z.string(), joinedAt: Instant });
export type OwnGroup = z.infer<typeof OwnGroup>;
export const OwnGroups = pageOf(OwnGroup);
export type OwnGroups = z.infer<typeof OwnGroups>;

export const JoinGroup = z.strictObject({ code: JoinCode });
export type JoinGroup = z.infer<typeof JoinGroup>;

/** What a link leads into, before anybody joins. */
export const GroupOffer = z.object({ id: Id, name: z.string(), joined: z.boolean() });
export type GroupOffer = z.infer<typeof GroupOffer>;
