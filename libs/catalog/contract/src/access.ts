// Without zod: the server decides by it, and so does a device without a line.

/** What of a course decides who may do what in it, and when. */
export interface AccessRules {
  /** Work is taken from then on, and until then; null is no bound. */
  readonly opens: string | null;
  readonly closes: string | null;
  /** The courses to complete before this one can be begun. */
  readonly prerequisites: readonly string[];
  readonly order: 'free' | 'sequential';
  /** Its lessons in their order. */
  readonly lessons: readonly string[];
  /** Only those find it who are in one of its groups. */
  readonly circle: boolean;
}

/** Who asks, and when. Courses and lessons are named as the rules name them. */
export interface Asker {
  readonly now: Date;
  /** They may see the draft, so nothing in the course is shut for them. */
  readonly author: boolean;
  /** They are in one of its groups. */
  readonly inside: boolean;
  readonly begun: boolean;
  /** The courses that they completed, and the lessons of this one. */
  readonly completed: ReadonlySet<string>;
  readonly done: ReadonlySet<string>;
  /** The lessons in which they have something open: an attempt that they began. */
  readonly underWay: ReadonlySet<string>;
}

/** Somebody of whom nothing is known. */
export const stranger = (now: Date): Asker => ({
  ...{ now, author: false, inside: false, begun: false },
  ...{ completed: new Set<string>(), done: new Set<string>(), underWay: new Set<string>() },
});

export type Phase = 'coming' | 'open' | 'closed';

/** Where a course stands in its time, which is the same for everyone. */
export function phaseOf({ opens, closes }: Pick<AccessRules, 'opens' | 'closes'>, now: Date): Phase {
  if (closes !== null && new Date(closes) <= now) return 'closed';
  return opens !== null && new Date(opens) > now ? 'coming' : 'open';
}

/**
 * Whether a course can be begun and worked on, and if not why. `needs`: what is to be completed first. `hidden`: to this asker it is not there
 * at all, whatever they did in it before; that stays theirs and is there again when they are.
 */
export type CourseAccess =
  | { readonly state: 'open' }
  | { readonly state: 'hidden' }
  | { readonly state: 'coming'; readonly opens: string }
  | { readonly state: 'closed'; readonly since: string }
  | { readonly state: 'needs'; readonly courses: readonly string[] };

/** `kept`: it can be read, and what is under way can be finished, but nothing new is taken. `locked`: the lesson `by` comes first. */
export type LessonAccess =
  CourseAccess | { readonly state: 'kept' } | { readonly state: 'locked'; readonly by: string };

/**
 * Whether `asker` may begin a course and work on it. Prerequisites are asked of whoever wants to begin: who has begun goes on, also where a
 * later release asks for more.
 */
export function courseAccess(rules: AccessRules, asker: Asker): CourseAccess {
  if (asker.author) return { state: 'open' };
  if (rules.circle && !asker.inside) return { state: 'hidden' };
  const phase = phaseOf(rules, asker.now);
  if (phase === 'closed') return { state: 'closed', since: rules.closes ?? '' };
  if (phase === 'coming') return { state: 'coming', opens: rules.opens ?? '' };
  const courses = asker.begun ? [] : rules.prerequisites.filter((course) => !asker.completed.has(course));
  return courses.length > 0 ? { state: 'needs', courses } : { state: 'open' };
}

/**
 * Whether `asker` may open a lesson and work on it. What somebody completed, and where they have begun an attempt, stays open for them to read
 * and to finish, whatever the time, the order and the prerequisites say.
 */
export function lessonAccess(rules: AccessRules, asker: Asker, lesson: string): LessonAccess {
  if (asker.author) return { state: 'open' };
  const course = courseAccess(rules, asker);
  const theirs = asker.done.has(lesson) || asker.underWay.has(lesson);
  if (course.state === 'hidden') return course;
  if (course.state !== 'open') return theirs ? { state: 'kept' } : course;
  if (rules.order === 'free' || theirs) return { state: 'open' };
  const before = rules.lessons.slice(0, Math.max(0, rules.lessons.indexOf(lesson)));
  const by = before.find((one) => !asker.done.has(one));
  return by === undefined ? { state: 'open' } : { state: 'locked', by };
}

/** Whether it may be looked at. */
export const isReadable = ({ state }: LessonAccess): boolean => state === 'open' || state === 'kept';
