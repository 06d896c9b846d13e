import * as z from 'zod';
import { content, face, named, namedFace, refuseTwins } from '../common';

/** Items to be put in order; they stand here in the right one. Their names must not tell it: an editor makes them by chance. */
export const OrderingContent = z
  .strictObject({ kind: z.literal('ordering'), ...content, items: z.array(named).min(3).max(10) })
  .superRefine(({ items }, ctx) => {
    refuseTwins(ctx, ['items'], items);
    const ids = items.map(({ id }) => id);
    if (ids.join() === ids.toSorted().join())
      ctx.addIssue({ code: 'custom', path: ['items'], message: 'The names of the items tell their order.' });
  });
export type OrderingContent = z.infer<typeof OrderingContent>;

export const OrderingFace = z.object({ kind: z.literal('ordering'), ...face, items: z.array(namedFace) });
export type OrderingFace = z.infer<typeof OrderingFace>;
