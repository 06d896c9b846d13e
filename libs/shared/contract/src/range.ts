import * as z from 'zod';

/** Whole seconds watched, half open: `[12, 15]` holds the seconds 12, 13 and 14. */
export const Range = z
  .tuple([z.number().int().min(0).max(360_000), z.number().int().min(1).max(360_000)])
  .refine(([from, to]) => from < to, { message: 'a range ends after it starts' });
export type Range = z.infer<typeof Range>;
