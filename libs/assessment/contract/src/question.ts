import { Id } from '@haven/shared/contract';
import * as z from 'zod';
import { QuestionContent } from './types/schemas';

/** A question in the studio: the draft with its key, and the number of its version for `If-Match`. */
export const QuestionDraft = z.object({ id: Id, version: z.number().int(), content: QuestionContent });
export type QuestionDraft = z.infer<typeof QuestionDraft>;
