import { Blocks, Id, Slug } from '@haven/shared/contract';
import { QuizFace } from '@haven/assessment/contract';
import { RecordingDetail } from '@haven/recordings/contract';
import * as z from 'zod';
import { LessonCard } from './course';

/**
 * What completes a lesson. `required` is a percentage of the recording, in steps of five. `unproven`: what was watched without a line and
 * could not be checked counts too; where nothing is said it does not.
 */
export const CompletionRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read') }),
  z.object({
    kind: z.literal('watch'),
    required: z.number().int().min(5).max(100).multipleOf(5),
    unproven: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('pass') }),
]);
export type CompletionRule = z.infer<typeof CompletionRule>;

/** The text of a lesson in each language, with the same block ids in both. */
export const LessonBody = z.object({ en: Blocks, es: Blocks.optional() });
export type LessonBody = z.infer<typeof LessonBody>;

/** A lesson as the current release shows it, in every language at once so that switching needs no request. */
export const LessonDetail = LessonCard.extend({
  body: LessonBody,
  rule: CompletionRule,
  recording: RecordingDetail.nullable(),
  quiz: QuizFace.nullable(),
});
export type LessonDetail = z.infer<typeof LessonDetail>;

export const LessonParam = z.strictObject({ slug: Slug, lesson: Slug });
export type LessonParam = z.infer<typeof LessonParam>;

export const StudioLessonParam = z.strictObject({ id: Id, lesson: Id });
export type StudioLessonParam = z.infer<typeof StudioLessonParam>;
