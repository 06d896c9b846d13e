import {
  type Again,
  type Answer,
  compare,
  type Fraction,
  fraction,
  grade,
  isBlank,
  type QuestionContent,
  rulesOf,
} from '@haven/assessment/contract';
import { contentIn } from '../question-contents';
import { type Asked } from '../quiz-version-of';
import { type GradingRow } from './grading.entity';

/** A grading as it counts for the answers to one question, in one attempt or (null) in all. */
export type Act = { readonly question: string; readonly attempt: string | null } & (
  | { readonly kind: 'key'; readonly number: number; readonly content: QuestionContent; readonly lower: boolean }
  | { readonly kind: 'credit'; readonly percent: number }
);

/** Those that nothing took back, the oldest first. */
export function standing(gradings: readonly GradingRow[]): GradingRow[] {
  const undone = new Set(gradings.map(({ undoes }) => undoes));
  return gradings
    .filter(({ id, kind }) => kind !== 'undo' && !undone.has(id))
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
}

/** What `acts` make of the marks of an attempt that was asked these versions of its questions. All of them are about it. */
export function regrading(acts: readonly Act[], asked: readonly Pick<Asked, 'id' | 'version' | 'drawn'>[]): Again {
  const byId = new Map(asked.map((question) => [question.id, question]));
  return ({ id, content }, answer, mark) => {
    const one = byId.get(id);
    const about = acts.filter((act) => act.question === id && concerns(act, content, answer, one?.version ?? 0));
    const by = about.findLast((act) => act.kind === 'key');
    return {
      mark: about.reduce((credit: Fraction | null, act) => credit && after(credit, act, answer), mark),
      content: by ? contentIn(by.content, one?.drawn) : content,
      ...(by && { regraded: true }),
    };
  };
}

/** A corrected key is one for those who were asked before it, and only where what they answered is an answer to it as well. */
function concerns(act: Act, content: QuestionContent, answer: Answer, version: number): boolean {
  if (act.kind === 'credit') return true;
  const fits =
    act.content.kind === content.kind && (isBlank(answer) || rulesOf(content.kind).accepts(act.content, answer));
  return version < act.number && fits;
}

function after(credit: Fraction, act: Act, answer: Answer): Fraction {
  const other = act.kind === 'key' ? (grade(act.content, answer) ?? credit) : fraction(act.percent, 100);
  const falls = act.kind === 'key' && act.lower;
  return falls || compare(other, credit) > 0 ? other : credit;
}
