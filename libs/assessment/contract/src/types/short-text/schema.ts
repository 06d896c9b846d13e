import * as z from 'zod';
import { content, face } from '../common';
import { typed } from '../typed-schema';

/** A word or a few, typed. Each accepted answer counts in every language that it is written in. */
export const ShortTextContent = z.strictObject({ kind: z.literal('short-text'), ...content, ...typed });
export type ShortTextContent = z.infer<typeof ShortTextContent>;

export const ShortTextFace = z.object({ kind: z.literal('short-text'), ...face });
export type ShortTextFace = z.infer<typeof ShortTextFace>;
