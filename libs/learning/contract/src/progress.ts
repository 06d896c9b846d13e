import { CourseCard, LessonParam } from '@haven/catalog/contract';
import { Id, Instant, pageOf, Range, Slug } from '@haven/shared/contract';
import * as z from 'zod';

/** What is still missing of a lesson, exactly enough to say it and to link to it. */
export const Missing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read') }),
  z.object({
    kind: z.literal('watch'),
    required: z.number().int(),
    duration: z.number().int(),
    covered: z.number().int(),
    /** Seconds that were watched without a line and could not be checked. */
    unproven: z.number().int(),
    gaps: z.array(Range),
  }),
  z.object({
    kind: z.literal('pass'),
    needed: z.number().int(),
    questions: z.number().int(),
    openAttempt: Id.nullable(),
  }),
]);
export type Missing = z.infer<typeof Missing>;

/** Why a lesson counts as complete: the fact that met its rule. */
export const Evidence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read') }),
  z.object({
    kind: z.literal('watch'),
    covered: z.number().int(),
    /** Where the rule was met with seconds that could not be checked. */
    unproven: z.number().int().optional(),
    duration: z.number().int(),
    required: z.number().int(),
  }),
  z.object({ kind: z.literal('transcript') }),
  z.object({ kind: z.literal('pass'), attempt: Id, credit: z.number(), questions: z.number().int() }),
]);
export type Evidence = z.infer<typeof Evidence>;

/** One lesson of one person: complete, with the reason, or open, with what is missing. */
export const LessonProgress = z.object({
  lesson: Id,
  slug: Slug,
  completedAt: Instant.nullable(),
  evidence: Evidence.nullable(),
  missing: Missing.nullable(),
});
export type LessonProgress = z.infer<typeof LessonProgress>;

/**
 * A lesson that is new or changed for somebody who completed the course. `asked`: they are asked to go through it; else they are only told.
 * `done`: they have.
 */
export const LessonNews = z.object({
  lesson: Id,
  slug: Slug,
  kind: z.enum(['new', 'changed']),
  asked: z.boolean(),
  done: z.boolean(),
});
export type LessonNews = z.infer<typeof LessonNews>;

/** One person's way through a course. `completedAt` is an award: it stays, also when a later release adds lessons. */
export const CourseProgress = z.object({
  course: Id,
  slug: Slug,
  enrolledAt: Instant,
  completedAt: Instant.nullable(),
  completedRelease: z.number().int().nullable(),
  lessons: z.array(LessonProgress),
  /** What has come since they completed it, as far as its editors tell. */
  news: z.array(LessonNews),
  next: Slug.nullable(),
});
export type CourseProgress = z.infer<typeof CourseProgress>;

/** A row of "My learning". */
export const Enrolment = z.object({
  course: CourseCard,
  enrolledAt: Instant,
  completedAt: Instant.nullable(),
  done: z.number().int(),
  total: z.number().int(),
  /** Lessons that are new or changed since they completed it and not gone through; `asked`: so many of them they are asked to. */
  news: z.number().int(),
  asked: z.number().int(),
  next: Slug.nullable(),
  /** It is not offered any more. What they completed of it stays theirs. */
  deleted: z.boolean(),
});
export type Enrolment = z.infer<typeof Enrolment>;
export const Enrolments = pageOf(Enrolment);
export type Enrolments = z.infer<typeof Enrolments>;

/** An attempt that a device kept, by the lesson that it is of. */
export const KeptAttemptParam = LessonParam.extend({ id: Id });
export type KeptAttemptParam = z.infer<typeof KeptAttemptParam>;

export const Enrol = z.strictObject({ course: Slug });
export type Enrol = z.infer<typeof Enrol>;

/** That a lesson was read. `at`: when, by the clock of the device; a mark may wait there for a line, and the course may close meanwhile. */
export const ReadMark = z.strictObject({ at: Instant.optional() });
export type ReadMark = z.infer<typeof ReadMark>;
