import { Text } from '@haven/shared/contract';
import * as z from 'zod';
import { checkMarks, optionFaces, options } from '../choice-schema';
import { content, face, OptionId, refuseTwins, texts } from '../common';
import { typed } from '../typed-schema';
import { blanksIn } from './pieces';

const blank = z.discriminatedUnion('kind', [
  z.strictObject({ id: OptionId, kind: z.literal('choose'), options }),
  z.strictObject({ id: OptionId, kind: z.literal('type'), ...typed }),
]);
export type Blank = z.infer<typeof blank>;

/** A text with blanks to be filled in: `[a]` stands where blank `a` is. Every language has each of them once. */
export const BlanksContent = z
  .strictObject({ kind: z.literal('blanks'), ...content, text: texts, blanks: z.array(blank).min(1).max(10) })
  .superRefine(({ text, blanks }, ctx) => {
    refuseTwins(ctx, ['blanks'], blanks);
    blanks.forEach((one, at) => {
      if (one.kind === 'choose') checkMarks(ctx, ['blanks', at, 'options'], one.options, true);
    });
    const names = blanks
      .map(({ id }) => id)
      .toSorted()
      .join();
    for (const locale of ['en', 'es'] as const) {
      const body = text[locale];
      if (body !== undefined && blanksIn(body).toSorted().join() !== names)
        ctx.addIssue({ code: 'custom', path: ['text', locale], message: 'Each blank stands in the text once.' });
    }
  });
export type BlanksContent = z.infer<typeof BlanksContent>;

export const BlanksFace = z.object({
  kind: z.literal('blanks'),
  ...face,
  text: Text,
  blanks: z.array(z.object({ id: OptionId, options: optionFaces.nullable() })),
});
export type BlanksFace = z.infer<typeof BlanksFace>;
