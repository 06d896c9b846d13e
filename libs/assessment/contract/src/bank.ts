import { Id, PageQuery, pageOf, Text, words } from '@haven/shared/contract';
import * as z from 'zod';
import { Tag } from './quiz';
import { QuestionContent } from './types/schemas';

const QuestionKinds = z.enum(QuestionContent.options.map(({ shape }) => shape.kind.value));

/** A lesson whose quiz asks a question. `release`: the one that learners see, where it asks it. `link`: the questions of the quiz, in the studio. */
export const QuestionUse = z.object({
  title: Text,
  within: Text,
  link: z.string(),
  release: z.number().int().nullable(),
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
