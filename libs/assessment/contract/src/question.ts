import { Id } from '@haven/shared/contract';
import * as z from 'zod';
import { QuestionContent } from './types/schemas';

/** A question in the studio: the draft with its key, the number of its version for `If-Match`, and the tags that it can be drawn by. */
export const QuestionDraft = z.object({
  id: Id,
  version: z.number().int(),
  tags: z.array(z.string()),
  content: QuestionContent,
});
export type QuestionDraft = z.infer<typeof QuestionDraft>;
