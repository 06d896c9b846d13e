import { type Finding } from '@haven/catalog/contract';
import { type CourseContent } from './content';
import { reviewOf } from './review';

/**
 * What the settings of a course are judged by. `needs`: every published course that everyone can come to, by its address, with the courses that
 * it needs. `groups`: those that are there.
 */
export interface Surroundings {
  readonly slug: string;
  readonly now: Date;
  readonly needs: ReadonlyMap<string, readonly string[]>;
  readonly groups: ReadonlySet<string>;
}

/** What of the settings stands in the way of publishing, and what is worth a look. */
export function settingsFindings(content: CourseContent, { slug, now, needs, groups }: Surroundings): Finding[] {
  const { title, opens, closes, prerequisites = [], visibility } = content;
  const forNobody = visibility === 'groups' && !content.groups?.some(({ id }) => groups.has(id));
  const found = (level: Finding['level'], code: Finding['code'], of = title): Finding => ({
    ...{ level, code, lesson: null, title: of },
  });
  return [
    ...(opens !== undefined && closes !== undefined && closes <= opens
      ? [found('blocking', 'closes-before-it-opens')]
      : []),
    ...(forNobody ? [found('blocking', 'no-groups')] : []),
    ...(reaches(prerequisites, slug, needs) ? [found('blocking', 'needs-itself')] : []),
    ...prerequisites
      .filter((one) => one !== slug && !needs.has(one))
      .map((one) => found('blocking', 'needs-unpublished', { en: one })),
    ...(reviewOf(content, now).old ? [found('warning', 'old-review')] : []),
  ];
}

/** Whether whoever goes from prerequisite to prerequisite comes to `slug`. */
function reaches(from: readonly string[], slug: string, needs: Surroundings['needs']): boolean {
  const seen = new Set<string>();
  const ahead = [...from];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (next === slug) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    ahead.push(...(needs.get(next) ?? []));
  }
  return false;
}
