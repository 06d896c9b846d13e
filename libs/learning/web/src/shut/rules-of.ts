import { type AccessRules, type CourseDetail } from '@haven/catalog/contract';
import { type Phase } from '@haven/catalog/contract/plain';

/** A course as it may have come from a pack of older days, when nothing bounded a course. */
type Kept = Partial<Pick<CourseDetail, 'opens' | 'closes' | 'phase' | 'order'>> & Pick<CourseDetail, 'modules'>;

/**
 * The rules of a course as far as a device knows them, lessons by their addresses. What a course needs to be begun only the server knows of a
 * person.
 */
export const rulesOf = ({ opens, closes, order, modules }: Kept): AccessRules => ({
  opens: opens ?? null,
  closes: closes ?? null,
  prerequisites: [],
  order: order ?? 'free',
  circle: false,
  lessons: modules.flatMap((module) => module.lessons.map(({ slug }) => slug)),
});

/** A moment at which the course stands where the server says it does: the clock of a device may be wrong. */
export function momentIn(phase: Phase | undefined, { opens, closes }: AccessRules): Date {
  if (phase === 'coming') return new Date(0);
  return new Date((phase === 'closed' ? closes : opens) ?? 0);
}
