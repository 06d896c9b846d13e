import { Id } from '@haven/shared/contract';
import * as z from 'zod';
import { QuestionContent } from './types/schemas';

/**
 * A question in the studio: the draft with its key, the number of its version for `If-Match`, and the tags that it can be drawn by. `ready`:
 * its author has called it so; a draft is published by no quiz.
 */
export const QuestionDraft = z.object({
  id: Id,
  version: z.number().int(),
  tags: z.array(z.string()),
  ready: z.boolean(),
  content: QuestionContent,
});
export type QuestionDraft = z.infer<typeof QuestionDraft>;

/** What its author says of a question: that it is ready, or a draft again. */
export const QuestionState = z.strictObject({ ready: z.boolean() });
export type QuestionState = z.infer<typeof QuestionState>;
