import { type CourseContent } from '../content';
import { countsOf } from './part';
import { type Section } from './sections';

/** The sections that keep the Spanish of a course from learners, by the gate that its authors have set. */
export function withheldBy({ translation }: CourseContent, sections: readonly Section[]): string[] {
  const gate = translation?.gate;
  if (!gate) return [];
  return sections.flatMap(({ item, parts }) => {
    const { missing, outdated, draft } = countsOf(parts);
    const open = missing + outdated + (gate === 'reviewed' ? draft : 0);
    return open > 0 ? [item] : [];
  });
}

/** Any texts without their Spanish. */
export function inEnglish<T>(value: T): T {
  if (Array.isArray(value)) return value.map(inEnglish) as T;
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).filter(([key]) => !(key === 'es' && 'en' in value));
  return Object.fromEntries(parts.map(([key, part]) => [key, inEnglish(part as unknown)])) as T;
}
