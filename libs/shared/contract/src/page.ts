import * as z from 'zod';

/** One page of a list: the items and, where more follow, the opaque key to ask for them with (keyset paging). */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

/** What a list may be asked for. `after` is the `next` of the page before. */
export const PageQuery = z.strictObject({
  after: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type PageQuery = z.infer<typeof PageQuery>;
