import { Feedback, type QuizDraft, type QuizPool, QuizSetUp } from '@haven/assessment/contract';
import * as z from 'zod';

/**
 * The rules of a quiz as a form holds them, numbers as they are typed. Also how they are kept on the device. Tags are separated by commas.
 * `shared`: the tags of which is drawn from other quizzes too.
 */
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
  shared: z.array(z.string()).default([]),
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
    shared: draws.flatMap(({ tag, from }) => (from ? [tag] : [])),
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

/** What can be drawn by a tag: `own` questions of the quiz, and `all`, with those of other quizzes. */
export interface Pool {
  readonly tag: string;
  readonly own: number;
  readonly all: number;
  /** It is drawn from all. */
  readonly shared: boolean;
}

/** The tags that are used, in order of the alphabet. `elsewhere`: what there is in other quizzes. */
export function poolsOf({ tags, shared, practice }: RulesModel, elsewhere: readonly QuizPool[] = []): Pool[] {
  const all = Object.values(tags).map(tagsIn);
  return [...new Set([...all.flat(), ...shared])].sort().map((tag) => {
    const own = all.filter((question) => question.includes(tag)).length;
    const others = elsewhere.find((pool) => pool.tag === tag && pool.practice === practice)?.questions ?? 0;
    return { tag, own, all: own + others, shared: shared.includes(tag) };
  });
}

/** What is sent. Practice has no limits, whatever the fields that it hides still hold. */
export function toSetUp(model: RulesModel): z.input<typeof QuizSetUp> {
  const { practice, feedback, shuffle, shuffleQuestions, tags, counts } = model;
  const number = (text: string) => Number(text.trim());
  const limit = (text: string) => (practice || text.trim() === '' ? null : number(text));
  // Of all questions there is no drawing all: somebody adds another one tomorrow.
  const countOf = ({ tag, shared }: Pool) => (counts[tag]?.trim() ? number(counts[tag]) : shared ? NaN : null);
  return {
    rules: {
      ...{ practice, shuffle, shuffleQuestions },
      passMark: practice ? 0 : model.passMark.trim() === '' ? NaN : number(model.passMark),
      attempts: limit(model.attempts),
      coolDown: limit(model.coolDown) ?? 0,
      timeLimit: limit(model.timeLimit),
      feedback: practice && feedback !== 'each' ? 'submit' : feedback,
      draws: poolsOf(model).flatMap((pool) => {
        const count = countOf(pool);
        return count === null ? [] : [{ tag: pool.tag, count, ...(pool.shared && { from: 'bank' as const }) }];
      }),
    },
    tags: Object.fromEntries(Object.entries(tags).map(([question, text]) => [question, tagsIn(text)])),
  };
}

/**
 * What the contract has against it, by the name of the field; draws by their tag. Pools of the quiz that are too small to draw so many from
 * are named too; what there is in other quizzes changes without it, and is asked for when the course is published.
 */
export function faultsOf(model: RulesModel): ReadonlySet<string> {
  const sent = toSetUp(model);
  const parsed = QuizSetUp.safeParse(sent);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map(({ path: [part, field, at] }) => {
        if (part === 'tags') return `tags.${String(field)}`;
        return field === 'draws' ? `counts.${sent.rules.draws?.[Number(at)]?.tag}` : String(field);
      });
  const small = poolsOf(model).flatMap(({ tag, own, shared }) =>
    !shared && Number(model.counts[tag]) > own ? [`counts.${tag}`] : [],
  );
  return new Set([...faults, ...small]);
}
