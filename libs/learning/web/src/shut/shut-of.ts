import { type LessonAccess } from '@haven/catalog/contract';
import { problemOf } from '@haven/shared/web';

/** Why a course or a lesson is shut, as the server refused it; `locked` names the lesson by its address. Null for every other error. */
export function shutOf(error: unknown): LessonAccess | null {
  const problem = problemOf(error);
  const said = problem?.fields?.map(({ message }) => message) ?? [];
  const [first = ''] = said;
  switch (problem?.code) {
    case 'not-open-yet':
      return { state: 'coming', opens: first };
    case 'closed':
      return { state: 'closed', since: first };
    case 'needs-courses':
      return { state: 'needs', courses: said };
    case 'locked':
      return { state: 'locked', by: first };
    default:
      return null;
  }
}
