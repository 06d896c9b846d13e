import { Id, Text, words } from '@haven/shared/contract';
import * as z from 'zod';

/** The name of an option, the same in every language: `a`, `b`, … */
export const OptionId = z.string().regex(/^[a-z0-9-]{1,20}$/);
export type OptionId = z.infer<typeof OptionId>;

/** Where the answer stands: a lesson of the course, and the minute of it where it is a recording (`lesson:webinar?t=125`). */
export const Evidence = z.string().regex(/^lesson:[a-z0-9-]+(\?t=\d+)?$/);
export type Evidence = z.infer<typeof Evidence>;

export const Option = z.strictObject({ id: OptionId, text: Text, correct: z.boolean() });
export type Option = z.infer<typeof Option>;

const texts = z.strictObject({ en: words(2000).trim().min(1), es: words(2000).trim().optional() });

/** A question as its author knows it, with the key. It never travels to a learner: see `QuestionFace`. */
export const QuestionContent = z
  .strictObject({
    kind: z.enum(['single', 'multiple']),
    prompt: texts,
    options: z
      .array(z.strictObject({ id: OptionId, text: texts, correct: z.boolean() }))
      .min(2)
      .max(12),
    explanation: texts,
    evidence: Evidence.nullable(),
  })
  .superRefine((question, ctx) => {
    const right = question.options.filter((option) => option.correct).length;
    if (new Set(question.options.map((option) => option.id)).size !== question.options.length)
      ctx.addIssue({ code: 'custom', path: ['options'], message: 'Two options have the same name.' });
    if (question.kind === 'single' ? right !== 1 : right < 1)
      ctx.addIssue({
        code: 'custom',
        path: ['options'],
        message:
          question.kind === 'single' ? 'Mark exactly one option as right.' : 'Mark at least one option as right.',
      });
  });
export type QuestionContent = z.infer<typeof QuestionContent>;

/** A question as a learner may see it: no key, no explanation, no count of right options. */
export const QuestionFace = z.object({
  id: Id,
  kind: z.enum(['single', 'multiple']),
  prompt: Text,
  options: z.array(z.object({ id: OptionId, text: Text })),
});
export type QuestionFace = z.infer<typeof QuestionFace>;

/** A question in the studio: the draft with its key, and the number of its version for `If-Match`. */
export const QuestionDraft = z.object({ id: Id, version: z.number().int(), content: QuestionContent });
export type QuestionDraft = z.infer<typeof QuestionDraft>;
