import { Id, Instant, pageOf, words } from '@haven/shared/contract';
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

/** What goes with every release: a note, and the time from which it is seen. Without one it is seen at once. */
const Issue = z.strictObject({ note: words(500).trim(), at: Instant.nullable().default(null) });

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
});

/**
 * What publishing would do. `draft` names exactly what is shown here, and what is in effect and planned beside it: publishing sends it back,
 * so that what was reviewed is what goes out.
 */
export const PublishPreview = Preview.extend({ draft: z.string() });
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
