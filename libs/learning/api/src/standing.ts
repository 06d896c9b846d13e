import { type PinnedLesson } from '@haven/catalog/api';
import { type Evidence } from '@haven/learning/contract';
import { type Facts, judge } from './judge';

/** Where somebody stands in the lessons of a release: what they have earned beyond what was awarded, and how many lessons are open. */
export interface Standing {
  readonly earned: readonly { readonly lesson: string; readonly evidence: Evidence }[];
  readonly open: number;
}

/** Pure. Awards are given by it, and the impact of a release is foretold by it: so what is foretold is what happens. */
export function standingIn(
  lessons: readonly PinnedLesson[],
  done: ReadonlySet<string>,
  factsOf: (lesson: PinnedLesson) => Facts,
): Standing {
  const open = lessons.filter(({ id }) => !done.has(id));
  const earned = open.flatMap((lesson) => {
    const { evidence } = judge(lesson, factsOf(lesson));
    return evidence ? [{ lesson: lesson.id, evidence }] : [];
  });
  return { earned, open: open.length - earned.length };
}
