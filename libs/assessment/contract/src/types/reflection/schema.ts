import * as z from 'zod';
import { content, face } from '../common';

/** Something to think about and write down. It is not scored; the explanation says what others thought of. */
export const ReflectionContent = z.strictObject({ kind: z.literal('reflection'), ...content });
export type ReflectionContent = z.infer<typeof ReflectionContent>;

export const ReflectionFace = z.object({ kind: z.literal('reflection'), ...face });
export type ReflectionFace = z.infer<typeof ReflectionFace>;
