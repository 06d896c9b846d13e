import { Id, PageQuery, pageOf, Text, words } from '@haven/shared/contract';
import * as z from 'zod';
import { Tag } from './quiz';
import { QuestionContent } from './types/schemas';

const QuestionKinds = z.enum(QuestionContent.options.map(({ shape }) => shape.kind.value));

/**
 * A lesson whose quiz asks a question. `release`: the one that learners see, where it asks it. `link`: the questions of the quiz, in the
 * studio. `drawn`: the question stands in another quiz, and this one draws it from there.
 */
export const QuestionUse = z.object({
  title: Text,
  within: Text,
  link: z.string(),
  release: z.number().int().nullable(),
  drawn: z.literal(true).optional(),
});
export type QuestionUse = z.infer<typeof QuestionUse>;
export const QuestionUses = z.object({ uses: z.array(QuestionUse) });
export type QuestionUses = z.infer<typeof QuestionUses>;

/** A question among all that somebody may edit. */
export const BankQuestion = z.object({
  id: Id,
  prompt: Text,
  kind: QuestionKinds,
  tags: z.array(z.string()),
  ready: z.boolean(),
  uses: z.array(QuestionUse),
});
export type BankQuestion = z.infer<typeof BankQuestion>;

/** A page of them. `tags`: all that there are, to choose from. */
export const BankQuestions = pageOf(BankQuestion).extend({ tags: z.array(z.string()) });
export type BankQuestions = z.infer<typeof BankQuestions>;

/** What the bank may be asked for. */
export const BankQuery = PageQuery.extend({
  q: words(100).optional(),
  tag: Tag.optional(),
  state: z.enum(['draft', 'ready']).optional(),
  kind: QuestionKinds.optional(),
});
export type BankQuery = z.infer<typeof BankQuery>;

/** How many questions with a tag a quiz can draw from other quizzes: for `practice` and for a mark there are different ones. */
export const QuizPool = z.object({ tag: z.string(), practice: z.boolean(), questions: z.number().int() });
export type QuizPool = z.infer<typeof QuizPool>;
export const QuizPools = z.object({ pools: z.array(QuizPool) });
export type QuizPools = z.infer<typeof QuizPools>;

/** The questions of other quizzes that published versions of a quiz draw, each as it was published last. */
export const DrawnQuestions = z.object({ questions: z.array(z.object({ id: Id, prompt: Text })) });
export type DrawnQuestions = z.infer<typeof DrawnQuestions>;

/** Other quizzes that learners were asked a question in. `link`: the questions of the quiz, in the studio; null where it is in no course. */
export const OtherQuizzes = z.object({
  quizzes: z.array(z.object({ id: Id, title: Text, link: z.string().nullable() })),
});
export type OtherQuizzes = z.infer<typeof OtherQuizzes>;
