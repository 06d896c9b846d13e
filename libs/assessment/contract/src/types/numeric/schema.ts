import { Text } from '@haven/shared/contract';
import * as z from 'zod';
import { content, face, OptionId, refuseTwins, texts } from '../common';

/** A number, right within `tolerance` on both sides. With units, value and tolerance are in the first; `factor` of it make one of another. */
export const NumericContent = z
  .strictObject({
    kind: z.literal('numeric'),
    ...content,
    value: z.number(),
    tolerance: z.number().min(0),
    units: z.array(z.strictObject({ id: OptionId, text: texts, factor: z.number().positive() })).max(6),
  })
  .superRefine(({ units }, ctx) => {
    refuseTwins(ctx, ['units'], units);
    if (units[0] && units[0].factor !== 1)
      ctx.addIssue({ code: 'custom', path: ['units', 0, 'factor'], message: 'The first unit has the factor 1.' });
  });
export type NumericContent = z.infer<typeof NumericContent>;

export const NumericFace = z.object({
  kind: z.literal('numeric'),
  ...face,
  units: z.array(z.object({ id: OptionId, text: Text })),
});
export type NumericFace = z.infer<typeof NumericFace>;
