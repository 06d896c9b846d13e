import * as z from 'zod';
import { content, face, named, namedFace, OptionId, refuseTwins } from '../common';

/** Rows, each with the one target that belongs to it. A target may belong to several rows, or to none. */
export const MatchingContent = z
  .strictObject({
    kind: z.literal('matching'),
    ...content,
    rows: z
      .array(named.extend({ target: OptionId }))
      .min(2)
      .max(10),
    targets: z.array(named).min(2).max(12),
  })
  .superRefine(({ rows, targets }, ctx) => {
    refuseTwins(ctx, ['rows'], rows);
    refuseTwins(ctx, ['targets'], targets);
    rows.forEach(({ id, target }, at) => {
      if (!targets.some((candidate) => candidate.id === target))
        ctx.addIssue({ code: 'custom', path: ['rows', at, 'target'], message: 'Choose what belongs to this row.' });
      if (id === target)
        ctx.addIssue({ code: 'custom', path: ['rows', at, 'id'], message: 'The name of the row tells its target.' });
    });
  });
export type MatchingContent = z.infer<typeof MatchingContent>;

export const MatchingFace = z.object({
  kind: z.literal('matching'),
  ...face,
  rows: z.array(namedFace),
  targets: z.array(namedFace),
});
export type MatchingFace = z.infer<typeof MatchingFace>;
