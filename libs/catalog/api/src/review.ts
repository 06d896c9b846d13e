import { type CourseReview } from '@haven/catalog/contract';
import { type CourseContent } from './content';

/** When a course was last looked over, and whether that is longer than twelve months ago. */
export function reviewOf({ reviewedOn }: Pick<CourseContent, 'reviewedOn'>, now: Date): CourseReview {
  const yearLater = `${String(Number(reviewedOn.slice(0, 4)) + 1).padStart(4, '0')}${reviewedOn.slice(4)}`;
  return { on: reviewedOn, old: yearLater < now.toISOString().slice(0, 10) };
}
