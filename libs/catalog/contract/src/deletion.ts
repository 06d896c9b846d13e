import { Id, Instant, pageOf, Slug, Text } from '@haven/shared/contract';
import * as z from 'zod';

/** How many days what is deleted can be brought back at least. */
export const DAYS_TO_UNDO = 30;

/** A course that is deleted. `goneAt`: from then on it cannot be brought back; null where learners have seen it, for then it is kept. */
export const DeletedCourse = z.object({
  id: Id,
  slug: Slug,
  title: Text,
  deletedAt: Instant,
  goneAt: Instant.nullable(),
});
export type DeletedCourse = z.infer<typeof DeletedCourse>;
export const DeletedCourses = pageOf(DeletedCourse);
export type DeletedCourses = z.infer<typeof DeletedCourses>;

/** A module or a lesson that was taken out of the outline. `from`: the last version of the course that has it, for `restore`. */
export const RemovedPart = z.object({
  id: Id,
  kind: z.enum(['module', 'lesson']),
  title: Text,
  removedAt: Instant,
  from: z.number().int(),
});
export type RemovedPart = z.infer<typeof RemovedPart>;
export const RemovedParts = pageOf(RemovedPart);
export type RemovedParts = z.infer<typeof RemovedParts>;
