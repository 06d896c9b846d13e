import { Id, Text } from '@haven/shared/contract';
import * as z from 'zod';
import { QuestionContent } from './types/schemas';

/** What an author should do with a question: leave it, look at it, or mend it. */
export const ItemFlag = z.enum(['good', 'check', 'poor']);
export type ItemFlag = z.infer<typeof ItemFlag>;

/** Why a question is flagged; the words live in the dictionaries. */
export const ItemReason = z.enum([
  'key-doubtful',
  'weak',
  'too-easy',
  'too-hard',
  'harder-in-one-language',
  'somewhat-harder-in-one-language',
]);
export type ItemReason = z.infer<typeof ItemReason>;

/**
 * How a question did. No figure is of fewer than ten people, and none is exact, so that nothing can be subtracted out: `people` are whole
 * tens, `count` whole fives, `percent` whole fives, `discrimination` tenths, `seconds` whole fives. Null is what is not told. `kind` of the facility: about that
 * many are right, or at least, or at most so many, where those on the other side are fewer than ten. `earlier`: the figures are of a wording before the draft's. `drawn`: it stands in another quiz.
 */
export const QuestionAnalysis = z.object({
  question: Id,
  prompt: Text,
  kind: z.enum(QuestionContent.options.map(({ shape }) => shape.kind.value)),
  earlier: z.boolean(),
  drawn: z.literal(true).optional(),
  people: z.number().int().nullable(),
  facility: z.object({ kind: z.enum(['about', 'at-least', 'at-most']), percent: z.number().int() }).nullable(),
  discrimination: z.number().nullable(),
  seconds: z.number().int().nullable(),
  /** What could be chosen, and last, with `text` null, nothing. */
  options: z.array(z.object({ text: Text.nullable(), right: z.boolean(), count: z.number().int().nullable() })),
  /** Of people with the same total, so many per cent more (or, below 0, fewer) are right in Spanish; with the category of ETS. */
  languages: z.object({ level: z.enum(['A', 'B', 'C']), percent: z.number().int() }).nullable(),
  verdict: z.object({ flag: ItemFlag, reasons: z.array(ItemReason) }).nullable(),
});
export type QuestionAnalysis = z.infer<typeof QuestionAnalysis>;

/** How the questions of a draft did, by the first attempt of each person. `people`: in whole tens, null below ten. */
export const QuizAnalysis = z.object({
  id: Id,
  title: Text,
  people: z.number().int().nullable(),
  questions: z.array(QuestionAnalysis),
});
export type QuizAnalysis = z.infer<typeof QuizAnalysis>;
