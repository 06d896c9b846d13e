import { Id, Text, words } from '@haven/shared/contract';
import * as z from 'zod';

/** The name of an option, an item or a field, the same in every language: `a`, `b`, … */
export const OptionId = z.string().regex(/^[a-z0-9-]{1,20}$/);
export type OptionId = z.infer<typeof OptionId>;

/** Where the answer stands: a lesson of the course, and the second of it where it is a recording (`lesson:webinar?t=125`). */
export const Evidence = z.string().regex(/^lesson:[a-z0-9-]+(\?t=\d+)?$/);
export type Evidence = z.infer<typeof Evidence>;

/** A text that the author writes in English, and in Spanish once it is translated. */
export const texts = z.strictObject({ en: words(2000).trim().min(1), es: words(2000).trim().optional() });

/** What every type of question has. */
export const content = { prompt: texts, explanation: texts, evidence: Evidence.nullable() };

/** What every face has. */
export const face = { id: Id, prompt: Text };

/** Something with a name and a text: an option, an item, a row. */
export const named = z.strictObject({ id: OptionId, text: texts });
export const namedFace = z.object({ id: OptionId, text: Text });

/** Says under `path` that two parts have the same name. */
export function refuseTwins(
  ctx: z.core.$RefinementCtx,
  path: (string | number)[],
  parts: readonly { id: string }[],
): void {
  if (new Set(parts.map(({ id }) => id)).size !== parts.length)
    ctx.addIssue({ code: 'custom', path, message: 'Two parts have the same name.' });
}
