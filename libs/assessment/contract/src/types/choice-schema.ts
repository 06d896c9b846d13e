import * as z from 'zod';
import { named, namedFace, refuseTwins } from './common';

/** The options of a choice, with the key. */
export const options = z
  .array(named.extend({ correct: z.boolean() }))
  .min(2)
  .max(12);
export const optionFaces = z.array(namedFace);

/** Says what is wrong with the marks: `one` right option, or at least one. */
export function checkMarks(
  ctx: z.core.$RefinementCtx,
  path: (string | number)[],
  given: readonly { id: string; correct: boolean }[],
  one: boolean,
): void {
  refuseTwins(ctx, path, given);
  const right = given.filter(({ correct }) => correct).length;
  const message = one ? 'Mark exactly one option as right.' : 'Mark at least one option as right.';
  if (one ? right !== 1 : right < 1) ctx.addIssue({ code: 'custom', path, message });
}
