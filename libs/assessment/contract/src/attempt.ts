import { Id, Instant, Text, words } from '@haven/shared/contract';
import * as z from 'zod';
import { type Answer } from './answer';
import { QuizFace } from './quiz';
import { Evidence, OptionId } from './types/common';
import { QuestionFace } from './types/schemas';

/** The two shapes of an answer: see `Answer`. Whether one belongs to its question, the question's type says. */
export const GivenAnswer: z.ZodType<Answer> = z.union([
  z.array(OptionId).max(12),
  z.record(OptionId, words(5000)).refine((fields) => Object.keys(fields).length <= 12, { error: 'Too many fields.' }),
]);

/** One answer, appended and never changed. `id` is made by the client, so sending it twice saves it once; the highest `seq` counts. */
export const Response = z.strictObject({
  id: Id,
  question: Id,
  answer: GivenAnswer,
  seq: z.number().int().min(0).max(2_147_483_647),
  at: Instant,
});
export type Response = z.infer<typeof Response>;

export const SaveResponses = z.strictObject({ responses: z.array(Response).min(1).max(100) });
export type SaveResponses = z.infer<typeof SaveResponses>;

export const SavedResponses = z.object({ saved: z.array(Id) });
export type SavedResponses = z.infer<typeof SavedResponses>;

/** What a graded question tells: the credit (null where it is not scored), what is right in words, why, and where to look again. */
export const QuestionResult = z.object({
  question: Id,
  credit: z.number().nullable(),
  right: z.array(Text),
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
  responses: z.array(z.object({ question: Id, answer: GivenAnswer, seq: z.number().int() })),
  result: AttemptResult.nullable(),
});
export type AttemptDetail = z.infer<typeof AttemptDetail>;
