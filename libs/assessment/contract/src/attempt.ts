import { Id, Instant, Locale, Text, words } from '@haven/shared/contract';
import * as z from 'zod';
import { type Answer } from './answer';
import { QuizFace, QuizRules } from './quiz';
import { Evidence, OptionId } from './types/common';
import { QuestionContent, QuestionFace } from './types/schemas';

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
  /** The language that the question was read in. */
  lang: Locale.optional(),
});
export type Response = z.infer<typeof Response>;

export const SaveResponses = z.strictObject({ responses: z.array(Response).min(1).max(100) });
export type SaveResponses = z.infer<typeof SaveResponses>;

export const SavedResponses = z.object({ saved: z.array(Id) });
export type SavedResponses = z.infer<typeof SavedResponses>;

/**
 * What a graded question tells: the credit (null where it is not scored), what is right in words, why, and where to look again. `regraded`:
 * its key was corrected since.
 */
export const QuestionResult = z.object({
  question: Id,
  credit: z.number().nullable(),
  right: z.array(Text),
  explanation: Text,
  evidence: Evidence.nullable(),
  regraded: z.literal(true).optional(),
});
export type QuestionResult = z.infer<typeof QuestionResult>;

/** Credit that somebody gave for one answer, and why. */
export const GivenCredit = z.object({ question: Id, percent: z.number().int(), reason: z.string(), at: Instant });
export type GivenCredit = z.infer<typeof GivenCredit>;

/** `given`: credit that somebody gave by hand; nothing where there is none. */
export const AttemptResult = z.object({
  credit: z.number(),
  passed: z.boolean(),
  submittedAt: Instant,
  questions: z.array(QuestionResult),
  given: z.array(GivenCredit).optional(),
});
export type AttemptResult = z.infer<typeof AttemptResult>;

/**
 * One try at a quiz. `result` stays null until it is submitted: until then nothing in it says what is right. Its `questions` are empty where
 * the rules of the quiz do not show them yet. `deadline`: what is answered later does not count. `late`: answers that came once it was
 * handed in, or that were given after the deadline; they are kept and do not count. `kept`: answers that stand behind another one which was
 * given at another device at the same time; nothing where there are none. `confirmed`: what the questions tell whose answers are fixed, while it
 * is not handed in and where there are any.
 */
export const AttemptDetail = z.object({
  id: Id,
  quiz: QuizFace,
  startedAt: Instant,
  deadline: Instant.nullable(),
  /** What the clock of whoever answers says: `deadline` is by this one. */
  now: Instant,
  questions: z.array(QuestionFace),
  responses: z.array(z.object({ question: Id, answer: GivenAnswer, seq: z.number().int() })),
  late: z.array(z.object({ question: Id, answer: GivenAnswer, at: Instant })),
  kept: z.array(z.object({ question: Id, answer: GivenAnswer, at: Instant })).optional(),
  confirmed: z.array(QuestionResult).optional(),
  result: AttemptResult.nullable(),
});
export type AttemptDetail = z.infer<typeof AttemptDetail>;

/**
 * A practice quiz for use without a line, keys included: a device asks and explains by itself. There is none of a graded quiz. `release` and
 * `version` are what an attempt at it is of.
 */
export const PracticeSheet = z.object({
  quiz: Id,
  version: z.number().int(),
  release: Id,
  rules: QuizRules,
  questions: z.array(z.object({ id: Id, tags: z.array(z.string()), content: QuestionContent })),
});
export type PracticeSheet = z.infer<typeof PracticeSheet>;

/**
 * An attempt at a practice quiz as a device kept it: whole each time it is sent, so that sending it again changes nothing. Times are those of
 * the device; `submittedAt` is null until it is handed in. Of an attempt that the server began, its own beginning and `seed` stay.
 */
export const PracticeAttempt = z.strictObject({
  release: Id,
  seed: z.number().int().min(0).max(2_147_483_647),
  startedAt: Instant,
  responses: z.array(Response).max(1000),
  /** The questions whose answers are fixed. */
  confirmed: z.array(Id).max(500).optional(),
  submittedAt: Instant.nullable(),
});
export type PracticeAttempt = z.infer<typeof PracticeAttempt>;

/** A question of an attempt. */
export const AttemptQuestionParam = z.strictObject({ id: Id, question: Id });
export type AttemptQuestionParam = z.infer<typeof AttemptQuestionParam>;
