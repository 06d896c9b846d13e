import { Feedback, type QuizDraft, QuizSetUp } from '@haven/assessment/contract';
import * as z from 'zod';

/** The rules of a quiz as a form holds them, numbers as they are typed. Also how they are kept on the device. Tags are separated by commas. */
export const RulesModel = z.strictObject({
  practice: z.boolean(),
  passMark: z.string(),
  attempts: z.string(),
  coolDown: z.string(),
  timeLimit: z.string(),
  feedback: Feedback,
  shuffle: z.boolean(),
  shuffleQuestions: z.boolean(),
  tags: z.record(z.string(), z.string()),
  counts: z.record(z.string(), z.string()),
});
export type RulesModel = z.infer<typeof RulesModel>;

const typed = (n: number | null): string => (n === null || n === 0 ? '' : String(n));

export function toRulesModel({ rules, questions }: Pick<QuizDraft, 'rules' | 'questions'>): RulesModel {
  const { practice, passMark, attempts, coolDown, timeLimit, feedback, shuffle, shuffleQuestions, draws } = rules;
  return {
    ...{ practice, feedback, shuffle, shuffleQuestions },
    passMark: practice ? '' : String(passMark),
    attempts: typed(attempts),
    coolDown: typed(coolDown),
    timeLimit: typed(timeLimit),
    tags: Object.fromEntries(questions.map(({ id, tags }) => [id, tags.join(', ')])),
    counts: Object.fromEntries(draws.map(({ tag, count }) => [tag, String(count)])),
  };
}

export const tagsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((tag) => tag.trim().toLowerCase())
      .filter(Boolean),
  ),
];

/** The tags that are used, in order of the alphabet, each with how many questions have it. */
export function poolsOf({ tags }: RulesModel): { tag: string; size: number }[] {
  const all = Object.values(tags).map(tagsIn);
  return [...new Set(all.flat())]
    .sort()
    .map((tag) => ({ tag, size: all.filter((question) => question.includes(tag)).length }));
}

/** What is sent. Practice has no limits, whatever the fields that it hides still hold. */
export function toSetUp(model: RulesModel): z.input<typeof QuizSetUp> {
  const { practice, feedback, shuffle, shuffleQuestions, tags, counts } = model;
  const number = (text: string) => Number(text.trim());
  const limit = (text: string) => (practice || text.trim() === '' ? null : number(text));
  return {
    rules: {
      ...{ practice, shuffle, shuffleQuestions },
      passMark: practice ? 0 : model.passMark.trim() === '' ? NaN : number(model.passMark),
      attempts: limit(model.attempts),
      coolDown: limit(model.coolDown) ?? 0,
      timeLimit: limit(model.timeLimit),
      feedback: practice && feedback !== 'each' ? 'submit' : feedback,
      draws: poolsOf(model).flatMap(({ tag }) => (counts[tag]?.trim() ? [{ tag, count: number(counts[tag]) }] : [])),
    },
    tags: Object.fromEntries(Object.entries(tags).map(([question, text]) => [question, tagsIn(text)])),
  };
}

/** What the contract has against it, by the name of the field; draws by their tag. Pools that are too small to draw so many from are named too. */
export function faultsOf(model: RulesModel): ReadonlySet<string> {
  const sent = toSetUp(model);
  const parsed = QuizSetUp.safeParse(sent);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map(({ path: [part, field, at] }) => {
        if (part === 'tags') return `tags.${String(field)}`;
        return field === 'draws' ? `counts.${sent.rules.draws?.[Number(at)]?.tag}` : String(field);
      });
  const small = poolsOf(model).flatMap(({ tag, size }) => (Number(model.counts[tag]) > size ? [`counts.${tag}`] : []));
  return new Set([...faults, ...small]);
}
