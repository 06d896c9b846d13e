import {
  type Answer,
  askedIn,
  grade,
  isBlank,
  picks,
  type QuestionDraft,
  type QuizRules,
  toNumber,
} from '@haven/assessment/contract';
import { type Sitting } from './item-analysis';

/** An attempt as it is stored: what decides what was asked, and the answers that count, each as it was made. */
export interface StoredAttempt {
  readonly seed: number;
  readonly startedAt: Date;
  readonly answers: readonly StoredAnswer[];
}

export interface StoredAnswer {
  readonly question: string;
  readonly answer: Answer;
  readonly seq: number;
  readonly at: Date;
  readonly lang: string | null;
}

/** A sitting, and which wording of each question was asked. */
export interface Sat {
  readonly sitting: Sitting;
  readonly wordings: ReadonlyMap<string, number>;
}

/** Longer than this nobody thinks about one question: they went away. In seconds. */
const AWAY = 900;
/** The name under which nothing chosen is counted. */
export const NOTHING = '';

/** What item analysis sees of one attempt at a version of a quiz. */
export function toSitting(
  paper: { readonly rules: QuizRules; readonly questions: readonly QuestionDraft[] },
  { seed, startedAt, answers }: StoredAttempt,
): Sat {
  const asked = askedIn(paper, seed);
  // As grading does it: the highest number counts, of two with the same the later one.
  const inTurn = answers.toSorted((a, b) => a.seq - b.seq || a.at.getTime() - b.at.getTime());
  const last = new Map(inTurn.map((one) => [one.question, one]));
  const versions = new Map(paper.questions.map(({ id, version }) => [id, version]));
  const given = (id: string): Answer => last.get(id)?.answer ?? [];
  return {
    sitting: {
      credits: new Map(
        asked.flatMap(({ id, content }): [string, number][] => {
          const credit = grade(content, given(id));
          return credit ? [[id, toNumber(credit)]] : [];
        }),
      ),
      chosen: new Map(asked.map(({ id }) => [id, isBlank(given(id)) ? [NOTHING] : picks(given(id))])),
      languages: new Map([...last.values()].flatMap(({ question, lang }) => (lang ? [[question, lang] as const] : []))),
      seconds: secondsOf(startedAt, answers),
    },
    wordings: new Map(asked.map(({ id }) => [id, versions.get(id) ?? 0])),
  };
}

/** For each question, the time from the answer before, or from the beginning, to each of its own, together. */
function secondsOf(startedAt: Date, answers: readonly StoredAnswer[]): Map<string, number> {
  const seconds = new Map<string, number>();
  let before = startedAt.getTime();
  for (const { question, at } of answers.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const passed = (at.getTime() - before) / 1000;
    // A device whose clock is slow answers before it has begun.
    if (passed >= 0 && passed <= AWAY) seconds.set(question, (seconds.get(question) ?? 0) + passed);
    before = at.getTime();
  }
  return seconds;
}
