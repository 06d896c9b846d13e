import { Id, Instant, Text } from '@haven/shared/contract';
import * as z from 'zod';
import { Evidence, OptionId, QuestionFace } from './question';
import { QuizFace } from './quiz';

/** One choice, appended and never changed. `id` is made by the client, so sending it twice saves it once; the highest `seq` counts. */
export const Response = z.strictObject({
  id: Id,
  question: Id,
  options: z.array(OptionId).max(12),
  seq: z.number().int().min(0).max(2_147_483_647),
  at: Instant,
});
export type Response = z.infer<typeof Response>;

export const SaveResponses = z.strictObject({ responses: z.array(Response).min(1).max(100) });
export type SaveResponses = z.infer<typeof SaveResponses>;

export const SavedResponses = z.object({ saved: z.array(Id) });
export type SavedResponses = z.infer<typeof SavedResponses>;

/** What a graded question tells: the credit, the right options, why, and where to read or watch again. */
export const QuestionResult = z.object({
  question: Id,
  credit: z.number(),
  correct: z.array(OptionId),
  explanation: Text,
  evidence: Evidence.nullable(),
});
export type QuestionResult = z.infer<typeof QuestionResult>;

export const AttemptResult = z.object({
  credit: z.number(),
  passed: z.boolean(),
  submittedAt: Instant,
  questions: z.array(QuestionResult),
});
export type AttemptResult = z.infer<typeof AttemptResult>;

/** One try at a quiz. `result` stays null until it is submitted: until then nothing in it says what is right. */
export const AttemptDetail = z.object({
  id: Id,
  quiz: QuizFace,
  startedAt: Instant,
  questions: z.array(QuestionFace),
  responses: z.array(z.object({ question: Id, options: z.array(OptionId), seq: z.number().int() })),
  result: AttemptResult.nullable(),
});
export type AttemptDetail = z.infer<typeof AttemptDetail>;
