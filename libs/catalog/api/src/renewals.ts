import { type ForCompleted } from '@haven/catalog/contract';
import { type Manifest, type PinnedLesson } from './course.entity';

/**
 * Since which release a lesson is news for those who had completed the course before: they are told of it, or asked to go through it.
 * Whoever completed that release or a later one has seen it as it is.
 */
export interface Renewal {
  readonly told?: number;
  readonly asked?: number;
}

/** By the id of the lesson. A release carries on what its predecessors had, so that one release says all there is to say. */
export type Renewals = Readonly<Record<string, Renewal>>;

/** Whether two pins show a reader the same lesson. */
export const samePin = (a: PinnedLesson, b: PinnedLesson): boolean =>
  (a.hash !== undefined && b.hash !== undefined ? a.hash === b.hash : a.version === b.version) &&
  a.recording?.rev === b.recording?.rev &&
  a.quiz?.version === b.quiz?.version;

/** What is news in a release: what was news in the one before it, and what it adds or changes itself, as its editor chose. */
export function renewalsOf(
  before: { readonly manifest: Manifest; readonly renewals: Renewals } | null,
  { number, manifest, completed }: { number: number; manifest: Manifest; completed: ForCompleted },
): Renewals {
  if (!before) return {};
  const old = new Map(before.manifest.lessons.map((lesson) => [lesson.id, lesson]));
  const chosen = { none: {}, notify: { told: number }, require: { asked: number } }[completed];
  const renewals: Record<string, Renewal> = {};
  for (const lesson of manifest.lessons) {
    const then = old.get(lesson.id);
    const renewal = { ...before.renewals[lesson.id], ...(!(then && samePin(then, lesson)) && chosen) };
    if (Object.keys(renewal).length > 0) renewals[lesson.id] = renewal;
  }
  return renewals;
}

/** How many lessons a release adds and how many it changes. */
export function newsIn(before: Manifest | null, { lessons }: Manifest): { added: number; changed: number } {
  const old = new Map(before?.lessons.map((lesson) => [lesson.id, lesson]));
  const pairs = lessons.map((lesson) => [old.get(lesson.id), lesson] as const);
  return {
    added: pairs.filter(([then]) => !then).length,
    changed: pairs.filter(([then, now]) => then && !samePin(then, now)).length,
  };
}
