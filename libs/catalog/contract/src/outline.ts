import { Id, Slug, type Text, words } from '@haven/shared/contract';
import * as z from 'zod';
import { Topic } from './course';
import { CourseSettings, SettingsNow } from './settings';

/** A title that a person writes. English is needed, as everywhere. */
export const Title = z.strictObject({
  en: words(200).trim().min(1),
  es: words(200).trim().min(1).optional(),
});
export type Title = z.infer<typeof Title>;

const Summary = z.strictObject({ en: words(400).trim(), es: words(400).trim().min(1).optional() });

/** The words of a course itself. */
export const CourseWords = z.strictObject({ title: Title, summary: Summary, topic: Topic });
export type CourseWords = z.infer<typeof CourseWords>;

/** A course that begins: its words, and the address that it will have. */
export const NewCourse = CourseWords.extend({ slug: Slug });
export type NewCourse = z.infer<typeof NewCourse>;

/**
 * What a new lesson is: a text to be written, a recording of the library, a quiz, or without one, a new and empty quiz. Or a lesson of another
 * course as it is published there, now or, with `follow`, from now on; then its id is that lesson's.
 */
export const LessonSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reading') }),
  z.strictObject({ kind: z.literal('recording'), recording: Id }),
  z.strictObject({ kind: z.literal('quiz'), quiz: Id.nullable() }),
  z.strictObject({ kind: z.literal('lesson'), follow: z.boolean() }),
]);
export type LessonSource = z.infer<typeof LessonSource>;

/** Where something is to stand: after the one with this id, or first. */
const After = Id.nullable();

/**
 * One change of an outline, by ids and never by places, so that it still means the same after somebody else's change. What is new brings
 * its id with it: a change that is sent twice is done once. `was` is what a person saw before they wrote over it.
 */
export const OutlineChange = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('describe'), was: CourseWords, now: CourseWords }),
  /** Only the settings in which `now` differs from `was` are changed. */
  z.strictObject({ do: z.literal('settle'), was: SettingsNow, now: CourseSettings }),
  z.strictObject({ do: z.literal('add-module'), module: Id, title: Title, after: After }),
  z.strictObject({ do: z.literal('rename-module'), module: Id, was: Title, title: Title }),
  z.strictObject({ do: z.literal('move-module'), module: Id, after: After }),
  z.strictObject({
    do: z.literal('duplicate-module'),
    module: Id,
    copy: Id,
    title: Title,
    lessons: z.array(z.strictObject({ lesson: Id, copy: Id })).max(500),
  }),
  z.strictObject({ do: z.literal('remove-module'), module: Id }),
  z.strictObject({
    do: z.literal('add-lesson'),
    lesson: Id,
    module: Id,
    after: After,
    title: Title,
    source: LessonSource,
  }),
  z.strictObject({ do: z.literal('rename-lesson'), lesson: Id, was: Title, title: Title }),
  z.strictObject({ do: z.literal('move-lesson'), lesson: Id, module: Id, after: After }),
  z.strictObject({ do: z.literal('duplicate-lesson'), lesson: Id, copy: Id, title: Title }),
  z.strictObject({ do: z.literal('remove-lesson'), lesson: Id }),
  /** Has a borrowed lesson follow its course, or stay as it is published there now. */
  z.strictObject({ do: z.literal('borrow'), lesson: Id, follow: z.boolean() }),
  /** Brings back what version `from` of the course still had, to where it stood there. */
  z.strictObject({ do: z.literal('restore'), what: Id, from: z.number().int().min(1) }),
]);
export type OutlineChange = z.infer<typeof OutlineChange>;

/** Where somebody is at work: in this lesson of a course, or in its outline. */
export const Whereabouts = z.strictObject({ lesson: Id.nullable() });
export type Whereabouts = z.infer<typeof Whereabouts>;

/** The others who are at work in a course now. `version` tells whether its outline has changed. */
export const Company = z.object({
  version: z.number().int(),
  people: z.array(z.object({ name: z.string().nullable(), lesson: Id.nullable() })),
});
export type Company = z.infer<typeof Company>;

/** A module with its lessons, as far as an outline needs to know them. */
export interface OutlineModule<L extends { readonly id: string }> {
  readonly id: string;
  readonly title: Text;
  readonly lessons: readonly L[];
}

/** What a change needs beside the outline itself. */
export interface OutlineContext<L extends { readonly id: string }, M extends OutlineModule<L>> {
  /** The outline that the sender saw: it says where something stood whose neighbours have gone meanwhile. */
  readonly seen: readonly M[];
  /** The outline in which what is to come back still was. */
  readonly past: readonly M[];
  module(id: string, title: Text): M;
  /** A new lesson, or a copy of `of`. */
  lesson(id: string, of?: L): L;
}
