import { CompletionRule, LessonKind, Topic } from '@haven/catalog/contract';
import { Blocks, Day, Id, Locale, Slug, Text } from '@haven/shared/contract';
import * as z from 'zod';

/** What a version of a course holds: its words, and the tree of its lessons by id. */
export const CourseContent = z.strictObject({
  topic: Topic,
  title: Text,
  summary: Text,
  outcomes: z.strictObject({ en: z.array(z.string()), es: z.array(z.string()).optional() }),
  languages: z.array(Locale),
  reviewedOn: Day,
  modules: z.array(z.strictObject({ id: Id, slug: Slug, title: Text, lessons: z.array(Id) })),
});
export type CourseContent = z.infer<typeof CourseContent>;

const Body = z.strictObject({ title: z.string(), summary: z.string(), blocks: Blocks });

/** What a version of a lesson holds. `es.of` is the hash of the English body that it translates: another hash now means out of date. */
export const LessonContent = z.strictObject({
  kind: LessonKind,
  minutes: z.number().int(),
  rule: CompletionRule,
  recording: Id.nullable(),
  quiz: Id.nullable(),
  bodies: z.strictObject({ en: Body, es: Body.extend({ of: z.string() }).optional() }),
});
export type LessonContent = z.infer<typeof LessonContent>;
export type LessonBodies = LessonContent['bodies'];
