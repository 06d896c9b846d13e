import { QuizRules, Tag } from '@haven/assessment/contract';
import { Day, Locale, Slug, Text } from '@haven/shared/contract';
import * as z from 'zod';
import { LessonKind, Topic } from './course';

/**
 * A course package: a folder (later also a zip) that a person can read and keep in Git, and the one door through which content enters.
 * `course.json`, `lessons/<slug>/{lesson.json,en.md,es.md}`, `quizzes/<slug>.json`, `recordings/<slug>/{recording.json,…}`.
 * Each file is strict: an unknown key is refused with its name, so that a typing error never silently loses content.
 */
const words = Text.extend({ en: z.string().min(1), es: z.string().min(1) }).strict();

export const PackageCourse = z.strictObject({
  format: z.literal(1),
  slug: Slug,
  languages: z.array(Locale).min(1),
  topic: Topic,
  title: words,
  summary: words,
  outcomes: z.strictObject({ en: z.array(z.string().min(1)), es: z.array(z.string().min(1)) }),
  reviewedOn: Day,
  modules: z.array(z.strictObject({ slug: Slug, title: words, lessons: z.array(Slug).min(1) })).min(1),
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

export const PackageFrontMatter = z.strictObject({ title: z.string().min(1), summary: z.string() });
export type PackageFrontMatter = z.infer<typeof PackageFrontMatter>;

/**
 * A question in a package: its content in the shape of its type, except that names are called `slug` as everywhere in a package, that both
 * languages are there, and that the evidence is a lesson and seconds of it. A picture is a file beside the quiz; the reader puts it in.
 */
export const PackageQuestion = z.looseObject({
  slug: Slug,
  tags: z.array(Tag).optional(),
  prompt: words,
  explanation: words,
  evidence: z.strictObject({
    lesson: Slug,
    from: z.number().int().min(0).optional(),
    to: z.number().int().min(0).optional(),
  }),
});
export type PackageQuestion = z.infer<typeof PackageQuestion>;

/** The rules of a quiz as they are stored, and its questions. Rules that are not named are those of `QuizRules` where nothing is said. */
export const PackageQuiz = z.strictObject({ ...QuizRules.shape, questions: z.array(PackageQuestion).min(1) });
export type PackageQuiz = z.infer<typeof PackageQuiz>;

export const PackageRecording = z.strictObject({
  slug: Slug,
  title: words,
  description: words,
  recordedOn: Day,
  language: Locale,
  synthetic: z.boolean(),
  speakers: z.array(z.string().min(1)),
  file: z.string().regex(/^[\w.-]+$/),
  chapters: z.array(z.strictObject({ at: z.number().int().min(0), title: words })),
  captions: z.partialRecord(Locale, z.strictObject({ file: z.string().regex(/^[\w.-]+$/), reviewedOn: Day })),
});
export type PackageRecording = z.infer<typeof PackageRecording>;
