import {
  CourseGroup,
  MOST_GROUPS,
  CompletionRule,
  Cover,
  LessonKind,
  MOST_PREREQUISITES,
  Order,
  Topic,
  TranslationGate,
  Visibility,
} from '@haven/catalog/contract';
import { Blocks, Day, Id, Instant, Locale, Slug, Text } from '@haven/shared/contract';
import * as z from 'zod';

/** A part of a translation: the name of the English that it was made from, and whether somebody has read it again since. */
const TranslationUnit = z.strictObject({ of: z.string(), reviewed: z.literal(true).optional() });
export type TranslationUnit = z.infer<typeof TranslationUnit>;

/** The same of a text of a question, whose own versions do not tell it: it holds for exactly the translation `words`. */
const QuestionUnit = TranslationUnit.extend({ words: z.string() });
export type QuestionUnit = z.infer<typeof QuestionUnit>;

/**
 * What is known of the Spanish of a course beside its texts. `gate`: when it is shown, always where nothing is said; `units`: of its own words, where they were not made from the English as it is
 * now or were reviewed; `questions`: of texts of its quizzes, by question and path.
 */
export const CourseTranslation = z.strictObject({
  gate: TranslationGate.exclude(['always']).optional(),
  units: z.record(z.string(), TranslationUnit).optional(),
  questions: z.record(z.string(), QuestionUnit).optional(),
});
export type CourseTranslation = z.infer<typeof CourseTranslation>;

/** A lesson of another course, by the address that it has here. `release`: the one it is taken from; null is the newest that has it. */
const BorrowedLesson = z.strictObject({ slug: Slug, release: Id.nullable() });
export type BorrowedLesson = z.infer<typeof BorrowedLesson>;

/** Settings of which nothing is kept while they are as usual, so that content of older days is the same content. */
export const unusual = {
  certificate: z.literal(true).optional(),
  order: Order.exclude(['free']).optional(),
  prerequisites: z.array(Slug).min(1).max(MOST_PREREQUISITES).optional(),
  opens: Instant.optional(),
  closes: Instant.optional(),
  visibility: Visibility.exclude(['public']).optional(),
  groups: z.array(CourseGroup).min(1).max(MOST_GROUPS).optional(),
  cover: Cover.optional(),
};

/** What a version of a course holds: its words and settings, and the tree of its lessons by id; `borrowed` are not its own. */
export const CourseContent = z.strictObject({
  topic: Topic,
  title: Text,
  summary: Text,
  outcomes: z.strictObject({ en: z.array(z.string()), es: z.array(z.string()).optional() }),
  languages: z.array(Locale),
  reviewedOn: Day,
  ...unusual,
  modules: z.array(z.strictObject({ id: Id, slug: Slug, title: Text, lessons: z.array(Id) })),
  borrowed: z.record(Id, BorrowedLesson).optional(),
  translation: CourseTranslation.optional(),
});
export type CourseContent = z.infer<typeof CourseContent>;

const Body = z.strictObject({ title: z.string(), summary: z.string(), blocks: Blocks });

/** What a version of a lesson holds. `es.of` is the hash of the English body that it translates; `es.units` tells the same of each part. */
export const LessonContent = z.strictObject({
  kind: LessonKind,
  minutes: z.number().int(),
  rule: CompletionRule,
  recording: Id.nullable(),
  quiz: Id.nullable(),
  bodies: z.strictObject({
    en: Body,
    es: Body.extend({ of: z.string(), units: z.record(z.string(), TranslationUnit).optional() }).optional(),
  }),
});
export type LessonContent = z.infer<typeof LessonContent>;
export type LessonBodies = LessonContent['bodies'];

/** What a reader finds of a version: without what is only known of its translation. */
export function asRead(content: CourseContent | LessonContent): unknown {
  if ('modules' in content) return { ...content, translation: undefined };
  const { en, es } = content.bodies;
  return { ...content, bodies: { en, ...(es && { es: { ...es, of: undefined, units: undefined } }) } };
}
