import * as z from 'zod';
import { checkMarks, optionFaces, options } from '../choice-schema';
import { content, face } from '../common';

/** Some options are right, perhaps all. */
export const MultipleContent = z
  .strictObject({ kind: z.literal('multiple'), ...content, options })
  .superRefine((question, ctx) => checkMarks(ctx, ['options'], question.options, false));
export type MultipleContent = z.infer<typeof MultipleContent>;

export const MultipleFace = z.object({ kind: z.literal('multiple'), ...face, options: optionFaces });
export type MultipleFace = z.infer<typeof MultipleFace>;
