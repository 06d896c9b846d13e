import { Day, Id, Instant, Locale, pageOf, PageQuery, Slug, Text, words } from '@haven/shared/contract';
import * as z from 'zod';
import { Cover, Order, Visibility } from './settings';

export const topics = ['cities', 'schools', 'policy'] as const;
export const Topic = z.enum(topics);
export type Topic = z.infer<typeof Topic>;

export const LessonKind = z.enum(['reading', 'recording', 'quiz']);
export type LessonKind = z.infer<typeof LessonKind>;

/**
 * A course in a list. `minutes` is the sum over its lessons. Work on it is taken from `opens` until `closes`; `phase` tells which side of them
 * it is now.
 */
export const CourseCard = z.object({
  id: Id,
  slug: Slug,
  topic: Topic,
  title: Text,
  summary: Text,
  languages: z.array(Locale),
  minutes: z.number().int(),
  modules: z.number().int(),
  lessons: z.number().int(),
  captions: z.boolean(),
  reviewedOn: Day,
  cover: Cover.nullable(),
  opens: Instant.nullable(),
  closes: Instant.nullable(),
  phase: z.enum(['coming', 'open', 'closed']),
});
export type CourseCard = z.infer<typeof CourseCard>;

export const CourseCards = pageOf(CourseCard);
export type CourseCards = z.infer<typeof CourseCards>;

/**
 * What the catalogue may be asked for: words in title or summary, a topic, a language, a greatest length in minutes. With a group: its courses,
 * which only those find who are in it.
 */
export const CourseQuery = PageQuery.extend({
  q: words(100).trim().optional(),
  topic: Topic.optional(),
  lang: Locale.optional(),
  length: z.coerce.number().int().min(1).max(600).optional(),
  group: Id.optional(),
});
export type CourseQuery = z.infer<typeof CourseQuery>;

/** A line of the outline. */
export const LessonCard = z.object({
  id: Id,
  slug: Slug,
  kind: LessonKind,
  title: Text,
  summary: Text,
  minutes: z.number().int(),
});
export type LessonCard = z.infer<typeof LessonCard>;

export const ModuleOutline = z.object({ id: Id, slug: Slug, title: Text, lessons: z.array(LessonCard) });
export type ModuleOutline = z.infer<typeof ModuleOutline>;

/** A course as its current release shows it. `prerequisites`: the courses to complete first, as far as they are there. */
export const CourseDetail = CourseCard.omit({ modules: true, lessons: true }).extend({
  outcomes: z.object({ en: z.array(z.string()), es: z.array(z.string()).optional() }),
  certificate: z.boolean(),
  order: Order,
  visibility: Visibility,
  prerequisites: z.array(z.object({ slug: Slug, title: Text })),
  release: z.object({ number: z.number().int(), publishedAt: Instant }),
  modules: z.array(ModuleOutline),
});
export type CourseDetail = z.infer<typeof CourseDetail>;
