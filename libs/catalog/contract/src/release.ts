import { Id, Instant, Locale, pageOf, words } from '@haven/shared/contract';
import * as z from 'zod';
import { CourseStatus, Finding, LessonChanges } from './studio';

const Ordinal = z.number().int().min(1).max(1_000_000);

/**
 * A release in a list. `at`: from when on learners see it. `planned`: not yet; `past`: not any more; `cancelled`: never. `source`: the release
 * that it brings back.
 */
export const ReleaseCard = z.object({
  number: z.number().int(),
  note: z.string(),
  publishedAt: Instant,
  at: Instant,
  by: z.string().nullable(),
  state: z.enum(['planned', 'current', 'past', 'cancelled']),
  source: z.number().int().nullable(),
});
export type ReleaseCard = z.infer<typeof ReleaseCard>;
export const ReleaseCards = pageOf(ReleaseCard);
export type ReleaseCards = z.infer<typeof ReleaseCards>;

/**
 * What becomes of those who completed the course before. They stay complete in any case. `none`: nothing is said to them. `notify`: they are
 * shown what is new. `require`: they are asked to go through the lessons that are new or changed.
 */
export const forCompleted = ['none', 'notify', 'require'] as const;
export const ForCompleted = z.enum(forCompleted);
export type ForCompleted = z.infer<typeof ForCompleted>;

/** A number of people; null where the group is too small to be counted out, or would tell the number of one that is. */
const Count = z.number().int().nullable();

/**
 * What a release would be for people, as things stand now. Of those who completed the course, `news` have something that is new or changed.
 * Of those under way, some `finish` by it, and some have `more` or `less` to do than before.
 */
export const Impact = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  completed: z.object({ all: Count, news: Count }),
  underWay: z.object({ all: Count, finish: Count, more: Count, less: Count }),
});
export type Impact = z.infer<typeof Impact>;

/** What goes with every release: a note, the time from which it is seen, and what becomes of those who completed. Without a time it is now. */
const Issue = z.strictObject({
  note: words(500).trim(),
  at: Instant.nullable().default(null),
  completed: ForCompleted.default('none'),
});

/** Publishing the draft that a preview named `draft`. */
export const PublishCourse = Issue.extend({ draft: z.string().max(100) });
export type PublishCourse = z.infer<typeof PublishCourse>;
export type NewPublishCourse = z.input<typeof PublishCourse>;

/** Publishing again what an earlier release showed. `review` is the name of what was looked at. */
export const ReleaseAgain = Issue.extend({ review: z.string().max(100) });
export type ReleaseAgain = z.infer<typeof ReleaseAgain>;
export type NewReleaseAgain = z.input<typeof ReleaseAgain>;

/** When a planned release is to be seen. Null is at once. */
export const ReleaseTime = z.strictObject({ at: Instant.nullable() });
export type ReleaseTime = z.infer<typeof ReleaseTime>;

/** What learners will see differently, and what stands in the way. `next`: the number that the release will have. */
const Preview = z.object({
  next: z.number().int(),
  status: CourseStatus,
  changes: z.array(LessonChanges),
  findings: z.array(Finding),
  planned: z.array(ReleaseCard),
  /** Null before the first release: there are no people yet. */
  impact: Impact.nullable(),
});

/**
 * What publishing would do; `languages`: those in which the course will be offered. `draft` names exactly what is shown here, and what is in effect and planned beside it: publishing sends it back,
 * so that what was reviewed is what goes out.
 */
export const PublishPreview = Preview.extend({ draft: z.string(), languages: z.array(Locale) });
export type PublishPreview = z.infer<typeof PublishPreview>;

/** What releasing an earlier release again would do. `review` goes back, as `draft` does. */
export const AgainPreview = Preview.extend({ review: z.string(), release: ReleaseCard });
export type AgainPreview = z.infer<typeof AgainPreview>;

/** How two releases differ for a reader. */
export const ReleaseComparison = z.object({ from: ReleaseCard, to: ReleaseCard, changes: z.array(LessonChanges) });
export type ReleaseComparison = z.infer<typeof ReleaseComparison>;

export const CompareQuery = z.strictObject({
  from: z.coerce.number().pipe(Ordinal),
  to: z.coerce.number().pipe(Ordinal),
});
export type CompareQuery = z.infer<typeof CompareQuery>;

export const ReleaseParam = z.strictObject({ id: Id, number: z.coerce.number().pipe(Ordinal) });
export type ReleaseParam = z.infer<typeof ReleaseParam>;
