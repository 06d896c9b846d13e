import * as z from 'zod';
import { content, face } from '../common';

/** A statement that is true or false. The two answers are `true` and `false`; the page has the words for them. */
export const TrueFalseContent = z.strictObject({ kind: z.literal('true-false'), ...content, truth: z.boolean() });
export type TrueFalseContent = z.infer<typeof TrueFalseContent>;

export const TrueFalseFace = z.object({ kind: z.literal('true-false'), ...face });
export type TrueFalseFace = z.infer<typeof TrueFalseFace>;
