import { isStaff } from '@haven/shared/contract';
import { type Actor } from './actor';

/**
 * The rights, as routes name them.
 * `own`: what belongs to one person and to nobody else, at any role. `learn`: to begin a course, which makes a visitor a guest. `time.give`: to
 * give a person more time in quizzes. `grade.correct`: to grade answers of others anew. `group.manage`: to make groups of learners and hand out
 * what lets people in.
 */
export const rights = [
  'own',
  'learn',
  'material.read',
  'draft.read',
  'draft.edit',
  'course.publish',
  'time.give',
  'grade.correct',
  'group.manage',
] as const;
export type Right = (typeof rights)[number];

/** What the right is asked for: whose it is, who wrote it, and whether everyone may see it already. */
export interface Resource {
  readonly owner?: string | null;
  readonly author?: string | null;
  readonly published?: boolean;
}

/**
 * Whether `actor` has `right`, on `resource` where one is named; without one, whether there could be any resource on which they do.
 * The one place that decides: guards, services and queries ask here.
 */
export function can(actor: Actor, right: Right, resource?: Resource): boolean {
  switch (right) {
    case 'own':
      return actor.id !== null && (resource === undefined || resource.owner === actor.id);
    case 'learn':
      return true;
    case 'material.read':
      return resource === undefined || resource.published === true || can(actor, 'draft.read', resource);
    case 'draft.read':
    case 'draft.edit':
      if (!isStaff(actor.role)) return false;
      return actor.role !== 'author' || resource === undefined || resource.author === actor.id;
    case 'course.publish':
    case 'time.give':
    case 'grade.correct':
    case 'group.manage':
      return actor.role === 'editor' || actor.role === 'administrator';
  }
}
