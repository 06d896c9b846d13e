import { Id, Instant, pageOf, Text, words } from '@haven/shared/contract';
import * as z from 'zod';

/** A question of a quiz, and an attempt at it, by their ids. */
export const QuizQuestionParam = z.strictObject({ id: Id, question: Id });
export type QuizQuestionParam = z.infer<typeof QuizQuestionParam>;
export const QuizAttemptParam = z.strictObject({ id: Id, attempt: Id });
export type QuizAttemptParam = z.infer<typeof QuizAttemptParam>;

/**
 * What it would change to grade a question anew by its key. `number`: the version of the question whose key it is, which is the one that was
 * published last; null where it was never published. `unpublished`: its draft is newer. Of fewer than ten people nothing is told (`few`):
 * a number could point at somebody.
 */
export const RegradePreview = z.object({
  question: Id,
  number: z.number().int().nullable(),
  unpublished: z.boolean(),
  few: z.boolean(),
  /**
   * Attempts that were asked an earlier version; those of them whose credit rises, and falls where that is wanted; people who pass and did
   * not, and people who would not pass any more where credit may fall.
   */
  counts: z
    .object({
      attempts: z.number().int(),
      up: z.number().int(),
      down: z.number().int(),
      pass: z.number().int(),
      fail: z.number().int(),
    })
    .nullable(),
});
export type RegradePreview = z.infer<typeof RegradePreview>;

/** Grades a question by the key of its version `number`; credit falls only with `lower`. */
const ByKey = z.strictObject({
  kind: z.literal('key'),
  question: Id,
  number: z.number().int().min(1),
  lower: z.boolean(),
});

/** Gives one answer credit, in per cent of its question, and says why. It never takes any away. */
const ByHand = z.strictObject({
  kind: z.literal('credit'),
  attempt: Id,
  question: Id,
  percent: z.number().int().min(1).max(100),
  reason: words(1000).trim().min(1),
});

/** Takes an earlier grading back. */
const Undo = z.strictObject({ kind: z.literal('undo'), grading: Id });

/** What somebody does to the grades of a quiz. Each becomes a grading of its own; none is ever changed or deleted. */
export const GradingOrder = z.discriminatedUnion('kind', [ByKey, ByHand, Undo]);
export type GradingOrder = z.infer<typeof GradingOrder>;

/** A grading in the history of a quiz. `undone`: a later one took it back. `by` is null once that person is erased. */
export const Grading = z.object({
  id: Id,
  kind: z.enum(['key', 'credit', 'undo']),
  question: Id,
  number: z.number().int().nullable(),
  lower: z.boolean(),
  attempt: Id.nullable(),
  percent: z.number().int().nullable(),
  reason: z.string().nullable(),
  undoes: Id.nullable(),
  undone: z.boolean(),
  by: z.string().nullable(),
  at: Instant,
});
export type Grading = z.infer<typeof Grading>;
export const Gradings = pageOf(Grading);
export type Gradings = z.infer<typeof Gradings>;

/** An attempt that its learner has told the number of, for whoever may give credit: what was answered, and nothing of who answered. */
export const GradedAttempt = z.object({
  id: Id,
  submittedAt: Instant,
  credit: z.number(),
  passed: z.boolean(),
  questions: z.array(
    z.object({ question: Id, prompt: Text, given: z.array(Text), right: z.array(Text), credit: z.number().nullable() }),
  ),
});
export type GradedAttempt = z.infer<typeof GradedAttempt>;
