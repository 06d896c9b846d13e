import { Id, pageOf, Text } from '@haven/shared/contract';
import * as z from 'zod';
import { QuestionDraft } from './question';

/**
 * The rules of a quiz. `passMark` is a percentage of the questions. `practice`: there is no mark to reach, and what is right may be seen at
 * any time; only such a quiz is ever sent to a device with its keys. A quiz that does not say so is graded.
 */
export const QuizRules = z
  .strictObject({
    passMark: z.number().int().min(0).max(100),
    shuffle: z.boolean(),
    practice: z.boolean().default(false),
  })
  .refine(({ practice, passMark }) => !practice || passMark === 0, {
    path: ['passMark'],
    error: 'Practice has no mark to reach.',
  });
export type QuizRules = z.infer<typeof QuizRules>;

/** A quiz before it is started: the rules in numbers. `scored` is told where not every question counts; `needed` of them must be right. */
export const QuizFace = z.object({
  id: Id,
  questions: z.number().int(),
  scored: z.number().int().optional(),
  passMark: z.number().int(),
  needed: z.number().int(),
  practice: z.literal(true).optional(),
});
export type QuizFace = z.infer<typeof QuizFace>;

/** A quiz in the studio. */
export const QuizDraft = z.object({ id: Id, title: Text, rules: QuizRules, questions: z.array(QuestionDraft) });
export type QuizDraft = z.infer<typeof QuizDraft>;

/** A quiz in a list of the studio. `questions`: how many it has. */
export const QuizCard = z.object({ id: Id, title: Text, questions: z.number().int() });
export type QuizCard = z.infer<typeof QuizCard>;
export const QuizCards = pageOf(QuizCard);
export type QuizCards = z.infer<typeof QuizCards>;
