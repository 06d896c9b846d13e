import { type CourseSettings, type SettingsNow } from '@haven/catalog/contract';
import { contentHash, stale } from '@haven/shared/api';
import { type CourseContent } from './content';

/** What holds for a course of which nothing is said. */
const usual: Omit<SettingsNow, 'outcomes' | 'reviewedOn'> = {
  ...{ certificate: false, order: 'free', prerequisites: [], opens: null, closes: null },
  ...{ visibility: 'public', groups: [], cover: null },
};

type Kept = Pick<
  CourseContent,
  'certificate' | 'order' | 'prerequisites' | 'opens' | 'closes' | 'visibility' | 'groups' | 'cover'
>;

/** The settings that are kept only where they are not as usual, each with what holds. */
export const withUsual = (kept: Kept): typeof usual => ({
  certificate: kept.certificate ?? usual.certificate,
  order: kept.order ?? usual.order,
  prerequisites: kept.prerequisites ?? usual.prerequisites,
  opens: kept.opens ?? usual.opens,
  closes: kept.closes ?? usual.closes,
  visibility: kept.visibility ?? usual.visibility,
  groups: kept.groups ?? usual.groups,
  cover: kept.cover ?? usual.cover,
});

export const settingsOf = (content: Kept & Pick<CourseContent, 'outcomes' | 'reviewedOn'>): SettingsNow => ({
  outcomes: content.outcomes,
  reviewedOn: content.reviewedOn,
  ...withUsual(content),
});

/** Of some settings, those that are not as usual. */
export function unusualOf(settings: typeof usual): Kept {
  const { certificate, order, prerequisites, opens, closes, visibility, groups, cover } = settings;
  return {
    ...(certificate && { certificate }),
    ...(order !== 'free' && { order }),
    ...(prerequisites.length > 0 && { prerequisites }),
    ...(opens !== null && { opens }),
    ...(closes !== null && { closes }),
    ...(visibility !== 'public' && { visibility }),
    ...(groups.length > 0 && { groups }),
    ...(cover && { cover }),
  };
}

/**
 * The content after somebody changed settings from `was` to `next`. What they left as it was stays as it is now: two people who change
 * different settings both have their way. @throws Refusal `stale` where another changed the same one otherwise.
 */
export function settled(now: CourseContent, was: SettingsNow, next: CourseSettings): CourseContent {
  const current = settingsOf(now);
  const merged = { ...current };
  for (const key of Object.keys(next) as (keyof CourseSettings)[]) {
    if (same(was[key], next[key]) || same(current[key], next[key])) continue;
    if (!same(current[key], was[key])) throw stale();
    Object.assign(merged, { [key]: next[key] });
  }
  const { outcomes, reviewedOn, ...rest } = merged;
  const { topic, title, summary, languages, modules } = now;
  return { topic, title, summary, outcomes, languages, reviewedOn, ...unusualOf(rest), modules };
}

const same = (a: unknown, b: unknown) => contentHash(a) === contentHash(b);
