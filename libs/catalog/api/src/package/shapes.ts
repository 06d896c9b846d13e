import { QuizRules, Tag } from '@haven/assessment/contract';
import { CourseWords, LessonKind, LessonText, Title } from '@haven/catalog/contract';
import { Day, Locale, MediaHash, Slug, words } from '@haven/shared/contract';
import * as z from 'zod';
import { CourseContent, CourseTranslation } from '../content';

/**
 * A course package: a folder or a zip that a person can read and keep in Git, and the one door through which content enters and leaves.
 * `course.json`, `lessons/<slug>/{lesson.json,en.md,es.md}`, `quizzes/<slug>.json`, `recordings/<slug>/{recording.json,…}`, `media/…`.
 * Each file is strict: an unknown key is refused with its name, so that a typing error never silently loses content.
 */

/** The version of the format. Another one is refused. */
export const FORMAT = 1;

const text = z.strictObject({ en: z.string().min(1), es: z.string().min(1).optional() });
const Description = z.strictObject({ en: words(4000).trim(), es: words(4000).trim().optional() });

/** What is stored of a course, except that modules name their lessons by their addresses. What is stored one day is in packages that day. */
export const PackageCourse = z.strictObject({
  format: z.literal(FORMAT),
  slug: Slug,
  ...CourseContent.omit({ borrowed: true, groups: true }).shape,
  title: Title,
  summary: CourseWords.shape.summary,
  modules: z.array(z.strictObject({ slug: Slug, title: Title, lessons: z.array(Slug).max(1000) })).max(500),
  /** That of its questions stands with them: they have other ids wherever they come. */
  translation: CourseTranslation.omit({ questions: true }).optional(),
});
export type PackageCourse = z.infer<typeof PackageCourse>;

export const PackageLesson = z.strictObject({
  kind: LessonKind,
  minutes: z.number().int().min(1).max(600),
  recording: Slug.optional(),
  quiz: Slug.optional(),
  required: z.number().int().min(5).max(100).multipleOf(5).optional(),
  /** Whether what was watched without a line and could not be checked counts; it does not where nothing is said. */
  unproven: z.boolean().optional(),
});
export type PackageLesson = z.infer<typeof PackageLesson>;

export const PackageFrontMatter = LessonText.omit({ blocks: true });
export type PackageFrontMatter = z.infer<typeof PackageFrontMatter>;

/** `missing`: it stands there untranslated. `outdated`: the English has changed since; `of` names the English that it was made from, where that is known. */
const state = {
  state: z.enum(['missing', 'draft', 'reviewed', 'outdated']),
  of: z.string().max(64).optional(),
  reviewed: z.literal(true).optional(),
};
/**
 * How a translation stands, where it is not simply a draft of every part in its order. Of each block: which block of the English it
 * translates, counted from 1; null for one of its own.
 */
export const PackageTranslation = z.strictObject({
  title: z.strictObject(state),
  summary: z.strictObject(state),
  blocks: z.array(z.strictObject({ at: z.number().int().min(1).nullable(), ...state })).max(500),
});
export type PackageTranslation = z.infer<typeof PackageTranslation>;

/** How the translation of a text of a question stands, where it is not simply a draft. By the path of the text. */
const QuestionTranslation = z.record(
  z.string().max(200),
  z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('reviewed') }),
    z.strictObject({ state: z.literal('outdated'), of: state.of.unwrap() }),
  ]),
);
export type QuestionTranslation = z.infer<typeof QuestionTranslation>;

/**
 * A question in a package: its content in the shape of its type, except that names are called `slug` as everywhere in a package, and that the
 * evidence is a lesson and seconds of it. A picture is a file beside the quiz; the reader puts it in.
 */
export const PackageQuestion = z.looseObject({
  slug: Slug,
  tags: z.array(Tag).max(10).optional(),
  /** It is not ready: no quiz is published with it. */
  draft: z.literal(true).optional(),
  translation: QuestionTranslation.optional(),
  prompt: text,
  explanation: text,
  evidence: z
    .strictObject({
      lesson: Slug,
      from: z.number().int().min(0).optional(),
      to: z.number().int().min(0).optional(),
    })
    .optional(),
});
export type PackageQuestion = z.infer<typeof PackageQuestion>;

/** The rules of a quiz as they are stored, and its questions. Rules that are not named are those of `QuizRules` where nothing is said. */
export const PackageQuiz = z.strictObject({ ...QuizRules.shape, questions: z.array(PackageQuestion).max(500) });
export type PackageQuiz = z.infer<typeof PackageQuiz>;

const fileName = z.string().regex(/^\w[\w.-]{0,200}$/);

export const PackageRecording = z.strictObject({
  slug: Slug,
  title: Title,
  description: Description,
  recordedOn: Day,
  language: Locale,
  synthetic: z.boolean(),
  speakers: z.array(words(100).trim().min(1)).max(30),
  file: fileName,
  /** The SHA-256 of the file. Another one is refused. */
  sha256: MediaHash.optional(),
  chapters: z.array(z.strictObject({ at: z.number().int().min(0), title: Title })).max(500),
  captions: z.partialRecord(Locale, z.strictObject({ file: fileName, reviewedOn: Day.nullable() })),
});
export type PackageRecording = z.infer<typeof PackageRecording>;
