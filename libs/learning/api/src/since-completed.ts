import { type PinnedLesson, type Renewals, samePin } from '@haven/catalog/api';

/** A release as far as it says what is news. */
interface Seen {
  readonly manifest: { readonly lessons: readonly PinnedLesson[] };
  readonly renewals: Renewals;
}

/** A lesson that is new or changed for somebody who completed the course. */
export interface SinceItem {
  readonly lesson: PinnedLesson;
  /** The lesson as they completed it; null where it was not there. */
  readonly then: PinnedLesson | null;
  /** The release since which they are told, or asked to go through it. */
  readonly since: number;
  readonly asked: boolean;
}

/** What is news in `now` for those who completed release `number`, which pinned `then`. What has become again as it was then is none. */
export function sinceCompleted(number: number, then: readonly PinnedLesson[], now: Seen): SinceItem[] {
  const completed = new Map(then.map((lesson) => [lesson.id, lesson]));
  return now.manifest.lessons.flatMap((lesson) => {
    const { told = 0, asked = 0 } = now.renewals[lesson.id] ?? {};
    const since = Math.max(told, asked);
    const before = completed.get(lesson.id) ?? null;
    if (since <= number || (before && samePin(before, lesson))) return [];
    return [{ lesson, then: before, since, asked: asked > number }];
  });
}
