import { Id, Instant, pageOf, Text } from '@haven/shared/contract';
import * as z from 'zod';
import { QuestionDraft } from './question';

/** The name of a group of questions, from which some are drawn. */
export const Tag = z.string().trim().toLowerCase().min(1).max(40);
export type Tag = z.infer<typeof Tag>;

/**
 * When what is right is shown: of each question once its answer is confirmed, which fixes it; after each handing in; once somebody has
 * passed; or never.
 */
export const Feedback = z.enum(['each', 'submit', 'pass', 'never']);
export type Feedback = z.infer<typeof Feedback>;

/**
 * The rules of a quiz. `passMark` is a percentage of the questions. `practice`: there is no mark to reach, and what is right may be seen at
 * any time; only such a quiz is ever sent to a device with its keys. A quiz that does not say so is graded.
 *
 * `attempts`: how many somebody has, null without a limit. `coolDown` and `timeLimit` are in minutes, from handing in to the next beginning,
 * and from beginning to the end. `draws`: of the questions with this tag so many are asked; all others are asked always. They are drawn from
 * the questions of the quiz, and where `from` says `bank`, from those of other quizzes too.
 */
export const QuizRules = z
  .strictObject({
    passMark: z.number().int().min(0).max(100),
    shuffle: z.boolean(),
    practice: z.boolean().default(false),
    shuffleQuestions: z.boolean().default(false),
    attempts: z.number().int().min(1).max(20).nullable().default(null),
    coolDown: z.number().int().min(0).max(10_080).default(0),
    timeLimit: z.number().int().min(1).max(600).nullable().default(null),
    feedback: Feedback.default('submit'),
    draws: z
      .array(z.strictObject({ tag: Tag, count: z.number().int().min(1).max(100), from: z.literal('bank').optional() }))
      .max(20)
      .default([]),
  })
  .superRefine(({ practice, passMark, attempts, coolDown, timeLimit, feedback, draws }, ctx) => {
    const refuse = (path: (string | number)[], message: string) => ctx.addIssue({ code: 'custom', path, message });
    if (practice && passMark !== 0) refuse(['passMark'], 'Practice has no mark to reach.');
    if (practice && (attempts !== null || coolDown > 0)) refuse(['attempts'], 'Practice has no limit of attempts.');
    if (practice && timeLimit !== null) refuse(['timeLimit'], 'Practice has no limit of time.');
    if (practice && feedback !== 'submit' && feedback !== 'each') refuse(['feedback'], 'Practice shows what is right.');
    draws.forEach(({ tag }, at) => {
      if (draws.findIndex((draw) => draw.tag === tag) < at) refuse(['draws', at, 'tag'], 'This tag stands twice.');
    });
  });
export type QuizRules = z.infer<typeof QuizRules>;

/**
 * A quiz before it is started: the rules in numbers. `scored` is told where not every question counts; `needed` of them must be right. What
 * is not told has no limit; without `feedback` what is right is shown after each handing in.
 */
export const QuizFace = z.object({
  id: Id,
  questions: z.number().int(),
  scored: z.number().int().optional(),
  passMark: z.number().int(),
  needed: z.number().int(),
  practice: z.literal(true).optional(),
  attempts: z.number().int().optional(),
  coolDown: z.number().int().optional(),
  timeLimit: z.number().int().optional(),
  feedback: Feedback.optional(),
});
export type QuizFace = z.infer<typeof QuizFace>;

/**
 * Where a person stands at a quiz. `left`: attempts that may still be begun, null without a limit. `waitUntil`: when the next may be begun,
 * null where it may be now. `minutes`: how long they have, with their extra time; null without a limit.
 */
export const QuizStanding = z.object({
  left: z.number().int().nullable(),
  waitUntil: Instant.nullable(),
  minutes: z.number().int().nullable(),
  attempts: z.array(
    z.object({
      id: Id,
      startedAt: Instant,
      submittedAt: Instant.nullable(),
      credit: z.number().nullable(),
      passed: z.boolean().nullable(),
    }),
  ),
});
export type QuizStanding = z.infer<typeof QuizStanding>;

/** More time for a person with an account, in per cent of every limit; 0 takes it away. */
export const ExtraTime = z.strictObject({
  email: z.string().max(254).trim().toLowerCase().pipe(z.email()),
  percent: z.number().int().min(0).max(300),
});
export type ExtraTime = z.infer<typeof ExtraTime>;

/** A code that is to give more time, in per cent of every limit. */
export const NewTimeCode = z.strictObject({ percent: z.number().int().min(1).max(300) });
export type NewTimeCode = z.infer<typeof NewTimeCode>;

/** A code that gives one person more time, until `until`. It is told once, here, in two groups of four. */
export const TimeCode = z.object({
  code: z.string().regex(/^[a-z2-7]{4}-[a-z2-7]{4}$/),
  percent: z.number().int(),
  until: Instant,
});
export type TimeCode = z.infer<typeof TimeCode>;

/** A code as somebody types it who has it on paper or heard it. Capitals, spaces and hyphens do not matter. */
export const UseTimeCode = z.strictObject({
  code: z
    .string()
    .max(40)
    .toLowerCase()
    .overwrite((code) => code.replace(/[\s\p{Dash}]/gu, ''))
    .regex(/^[a-z2-7]{8}$/),
});
export type UseTimeCode = z.infer<typeof UseTimeCode>;

/** How many per cent more somebody has from now on. */
export const OwnExtraTime = z.object({ percent: z.number().int() });
export type OwnExtraTime = z.infer<typeof OwnExtraTime>;

/** A quiz in the studio. `version` goes back in `If-Match` with its rules. */
export const QuizDraft = z.object({
  id: Id,
  title: Text,
  version: z.number().int(),
  rules: QuizRules,
  questions: z.array(QuestionDraft),
});
export type QuizDraft = z.infer<typeof QuizDraft>;

/** The rules of a quiz with the tags of its questions, by question, as they are saved together. */
export const QuizSetUp = z.strictObject({ rules: QuizRules, tags: z.record(Id, z.array(Tag).max(10)) });
export type QuizSetUp = z.infer<typeof QuizSetUp>;

/** A quiz in a list of the studio. `questions`: how many it has. */
export const QuizCard = z.object({ id: Id, title: Text, questions: z.number().int() });
export type QuizCard = z.infer<typeof QuizCard>;
export const QuizCards = pageOf(QuizCard);
export type QuizCards = z.infer<typeof QuizCards>;
