import * as z from 'zod';
import { checkMarks, optionFaces, options } from '../choice-schema';
import { content, face } from '../common';

/** One option is right. */
export const SingleContent = z
  .strictObject({ kind: z.literal('single'), ...content, options })
  .superRefine((question, ctx) => checkMarks(ctx, ['options'], question.options, true));
export type SingleContent = z.infer<typeof SingleContent>;

export const SingleFace = z.object({ kind: z.literal('single'), ...face, options: optionFaces });
export type SingleFace = z.infer<typeof SingleFace>;
