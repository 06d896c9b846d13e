import { type Asked } from '@haven/assessment/api';
import { type QuestionDraft, type QuizRules } from '@haven/assessment/contract';
import { contentHash } from '@haven/shared/api';
import { type Home } from './borrowing';
import { type CourseContent, type LessonContent } from './content';
import { isBehind } from './text/translation';

/** A lesson in a tree, at one version. */
export interface TreeLesson {
  readonly id: string;
  readonly slug: string;
  readonly version: number;
  readonly hash: string;
  readonly content: LessonContent;
  /** Which file of its recording it shows. */
  readonly rev: number | null;
  /** Those of its quiz. */
  readonly questions: readonly QuestionDraft[] | null;
  /** Those that its quiz draws from other quizzes. */
  readonly drawn: readonly Asked[];
  readonly rules: QuizRules | null;
  /** Where it is from, in the draft of a course that borrows it. */
  readonly home?: Home;
}

/** A whole course at one moment, draft or release, with everything in it: what is compared, checked and published. */
export interface CourseTree {
  readonly version: number;
  readonly hash: string;
  readonly content: CourseContent;
  /** In the order of the modules. */
  readonly lessons: readonly TreeLesson[];
  /** Because of which sections learners are shown no Spanish, as the course's gate has it. */
  readonly withheld?: readonly string[];
}

/** The name of exactly this tree: equal names, equal content, by whatever way it came to be. */
export function treeName(tree: CourseTree): string {
  return contentHash({
    course: tree.hash,
    withheld: isWithheld(tree) || undefined,
    lessons: tree.lessons.map((lesson) => [
      ...[lesson.id, lesson.hash, lesson.rev, lesson.rules],
      askedIn(lesson)?.map((q) => [q.id, q.version, q.tags, q.drawn ?? null]),
    ]),
  }).slice(0, 32);
}

/** All that the quiz of a lesson may ask: its own questions, then those that it draws from other quizzes. */
export const askedIn = ({ questions, drawn }: Pick<TreeLesson, 'questions' | 'drawn'>): Asked[] | null =>
  questions && [...questions, ...drawn];

export const isWithheld = ({ withheld = [] }: Pick<CourseTree, 'withheld'>) => withheld.length > 0;

/** Whether a part of the Spanish of a lesson translates an older English, or is missing. */
export const isStale = ({ bodies }: LessonContent) => isBehind(bodies);
