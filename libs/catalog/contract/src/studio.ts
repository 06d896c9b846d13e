import { Blocks, Day, Id, Instant, Locale, pageOf, plainText, Slug, Text, words } from '@haven/shared/contract';
import * as z from 'zod';
import { LessonKind, Topic } from './course';
import { Picture, SettingsNow, Visibility } from './settings';

/**
 * How a course stands: what learners see since when, and who of them finds it, how far the draft has moved on from it, and the next release that is planned, with the
 * time from which it will be seen.
 */
export const CourseStatus = z.object({
  release: z
    .object({ number: z.number().int(), publishedAt: Instant, note: z.string(), visibility: Visibility })
    .nullable(),
  changes: z.number().int(),
  planned: z.object({ number: z.number().int(), at: Instant }).nullable(),
});
export type CourseStatus = z.infer<typeof CourseStatus>;

/** When a course was last looked over whole. `old`: so long ago that it should be done again. */
export const CourseReview = z.object({ on: Day, old: z.boolean() });
export type CourseReview = z.infer<typeof CourseReview>;

export const StudioCourseCard = z.object({
  id: Id,
  slug: Slug,
  title: Text,
  status: CourseStatus,
  review: CourseReview,
});
export type StudioCourseCard = z.infer<typeof StudioCourseCard>;
export const StudioCourseCards = pageOf(StudioCourseCard);
export type StudioCourseCards = z.infer<typeof StudioCourseCards>;

/** Where a borrowed lesson is from. `follows`: it is what is published there; `newer`: it stays, and was changed there since. */
export const LessonHome = z.object({ course: Id, title: Text, follows: z.boolean(), newer: z.boolean() });
export type LessonHome = z.infer<typeof LessonHome>;

/**
 * A row of the draft's outline. `state`: not in the release, different from it, or the same. `staleIn`: languages that lag behind;
 * `missingIn`: languages that it does not have. `lacks`: what it needs before anybody can use it.
 */
export const StudioLesson = z.object({
  id: Id,
  slug: Slug,
  kind: LessonKind,
  title: Text,
  minutes: z.number().int(),
  quiz: Id.nullable(),
  state: z.enum(['new', 'changed', 'published']),
  staleIn: z.array(Locale),
  missingIn: z.array(Locale),
  lacks: z.enum(['text', 'recording', 'questions']).nullable(),
  /** Told of a lesson that is another course's. */
  home: LessonHome.optional(),
});
export type StudioLesson = z.infer<typeof StudioLesson>;

/**
 * A course's draft. `version` goes back in `If-Match` with every change of the outline. `pictures`: those of its lessons, each once, of which
 * one may be its cover.
 */
export const StudioCourse = StudioCourseCard.extend({
  version: z.number().int(),
  summary: Text,
  topic: Topic,
  settings: SettingsNow,
  pictures: z.array(Picture),
  modules: z.array(z.object({ id: Id, title: Text, lessons: z.array(StudioLesson) })),
});
export type StudioCourse = z.infer<typeof StudioCourse>;

/** How many characters the text of a lesson has at most, in one language. */
export const LONGEST_TEXT = 200_000;

/**
 * The words of a lesson while it is edited: a title, a sentence, and its blocks as they are stored. In English a block keeps the id that it
 * brings; a translation takes the ids of the English where both are alike.
 */
export const LessonText = z.strictObject({
  title: words(200).trim().min(1),
  summary: words(400).trim(),
  blocks: Blocks.refine((blocks) => blocks.reduce((sum, block) => sum + plainText(block).length, 0) <= LONGEST_TEXT, {
    error: 'This text is longer than a lesson can be.',
  }),
});
export type LessonText = z.infer<typeof LessonText>;

/** A lesson's draft. `version` goes back in `If-Match`, so that two editors at once lose nothing. */
export const LessonDraft = z.object({
  id: Id,
  version: z.number().int(),
  kind: LessonKind,
  en: LessonText,
  es: LessonText.nullable(),
});
export type LessonDraft = z.infer<typeof LessonDraft>;

export const EditLesson = z.strictObject({ en: LessonText, es: LessonText.nullable() });
export type EditLesson = z.infer<typeof EditLesson>;

/** Rules of a quiz that hold one value, told one by one: a number, a word, `true` or `false`. */
export const quizRuleNames = [
  ...([
    'passMark',
    'practice',
    'attempts',
    'coolDown',
    'timeLimit',
    'feedback',
    'shuffle',
    'shuffleQuestions',
  ] as const),
];

/** Settings of a course whose changes are told by themselves. */
export const settingNames = [
  ...(['outcomes', 'reviewedOn', 'certificate', 'order', 'prerequisites', 'opens', 'closes'] as const),
  ...(['visibility', 'groups', 'cover', 'topic'] as const),
];

/** One difference between what learners see and the draft, in words of the content itself. */
export const Change = z.object({
  what: z.enum([
    ...([
      'title',
      'summary',
      'module',
      'text',
      'prompt',
      'option',
      'key',
      'explanation',
      'rule',
      'recording',
      'tags',
      'draws',
      'bankDraws',
      'drawn',
    ] as const),
    ...quizRuleNames,
    ...settingNames,
  ]),
  locale: Locale.nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type Change = z.infer<typeof Change>;

/** All differences of one lesson (or of the course itself, where `lesson` is null). */
export const LessonChanges = z.object({
  lesson: Id.nullable(),
  title: Text,
  kind: z.enum(['added', 'removed', 'changed', 'moved']),
  changes: z.array(Change),
});
export type LessonChanges = z.infer<typeof LessonChanges>;

/** What stands in the way of publishing (`blocking`) or is worth a look (`warning`). The words live in the dictionaries. */
export const Finding = z.object({
  level: z.enum(['blocking', 'warning']),
  code: z.enum([
    'no-lessons',
    'empty-module',
    'empty-lesson',
    'recording-not-playable',
    'no-reviewed-captions',
    'no-questions',
    'no-evidence',
    'draft-question',
    'short-draw',
    'broken-link',
    'broken-moment',
    'missing-translation',
    'stale-translation',
    'closes-before-it-opens',
    'needs-itself',
    'needs-unpublished',
    'no-groups',
    'old-review',
    'translation-not-ready',
  ]),
  lesson: Id.nullable(),
  title: Text,
  /** Which question of the lesson it is about, where it is about one. */
  question: Id.optional(),
});
export type Finding = z.infer<typeof Finding>;
