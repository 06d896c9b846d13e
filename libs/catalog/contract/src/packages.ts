import { Id, Locale, Slug, Text, words } from '@haven/shared/contract';
import * as z from 'zod';
import { LessonKind } from './course';

/** What courses are brought in from: Haven's own packages, folders of Markdown, and Common Cartridges. */
export const packageFormats = ['haven', 'markdown', 'common-cartridge'] as const;

/** Why something of a file was not taken, or not as it was. The words for them are in the dictionaries. */
export const packageReasons = [
  'unknown-file',
  'unused-file',
  'empty',
  'front-matter',
  'link',
  'picture',
  'picture-missing',
  'bad-picture',
  'alt',
  'list',
  'html',
  'code',
  'part',
  'media',
  'file',
  'malformed',
  'doctype',
  'too-deep',
  'too-large',
  'too-long',
  'too-many',
  'encoding',
  'resource',
  'missing',
  'discussion',
  'tool',
  'locked',
  'question-type',
  'question-key',
  'question',
] as const;
export type PackageReason = (typeof packageReasons)[number];

/** What was not taken, and where it stood: the line from 1, where there is one. `what`: in its own words. */
export const PackageLeft = z.object({
  file: z.string(),
  line: z.number().int().nullable(),
  reason: z.enum(packageReasons),
  what: z.string().nullable(),
});
export type PackageLeft = z.infer<typeof PackageLeft>;

/**
 * What a package that was sent holds, before anything of it is taken. `id` names it for a day. `slug` is an address that is free; `taken`
 * tells that the course's own one is not.
 */
export const PackageReport = z.object({
  id: Id,
  format: z.enum(packageFormats),
  slug: Slug,
  taken: z.boolean(),
  title: Text,
  summary: Text,
  languages: z.array(Locale),
  modules: z.array(
    z.object({
      title: Text,
      lessons: z.array(z.object({ title: Text, kind: LessonKind, languages: z.array(Locale) })),
    }),
  ),
  questions: z.number().int(),
  recordings: z.number().int(),
  pictures: z.number().int(),
  files: z.number().int(),
  left: z.array(PackageLeft),
});
export type PackageReport = z.infer<typeof PackageReport>;

/** A package on its way in. `lang`: the language of its texts, where it cannot say; `name`: what the file is called. */
export const SendPackage = z.strictObject({ lang: Locale, name: words(300) });
export type SendPackage = z.infer<typeof SendPackage>;

/** Takes a package that was sent, as a new course with this address. */
export const TakePackage = z.strictObject({ slug: Slug });
export type TakePackage = z.infer<typeof TakePackage>;

export const TakenPackage = z.object({ course: Id });
export type TakenPackage = z.infer<typeof TakenPackage>;

/** Which of a course is written to a package: a release by its number, or the draft. */
export const PackageQuery = z.strictObject({ release: z.coerce.number().int().min(1).optional() });
export type PackageQuery = z.infer<typeof PackageQuery>;
