import { Id, Locale, Text } from '@haven/shared/contract';
import * as z from 'zod';
import { QuestionContent } from './types/schemas';

const kinds = QuestionContent.options.map(({ shape }) => shape.kind.value);

/** The formats in which questions come from elsewhere. */
export const importFormats = ['gift', 'moodle-xml', 'qti', 'csv'] as const;

/** Why a question, a file or a part of it could not be taken. */
export const leftReasons = [
  'answers',
  'braces',
  'category',
  'description',
  'doctype',
  'empty',
  'entry',
  'file',
  'format',
  'header',
  'key',
  'malformed',
  'manifest',
  'match-many',
  'number',
  'old-qti',
  'package',
  'parts',
  'picture',
  'prompt',
  'several-right',
  'shape',
  'test',
  'too-deep',
  'too-large',
  'too-long',
  'too-many',
  'type',
  'weights',
  'wildcard',
  'zip',
] as const;
export type LeftReason = (typeof leftReasons)[number];

/** What of a question that was taken is not as it was in the file. */
export const noteReasons = ['explanation', 'feedback', 'picture', 'shape', 'weights'] as const;
export type NoteReason = (typeof noteReasons)[number];

/** Where something stands: the line, from 1, and the file where there are several. */
const place = { file: z.string().nullable(), line: z.number().int() };

/** What a file holds: the questions that can be taken, and what cannot, each with its line. */
export const ImportReport = z.object({
  format: z.enum(importFormats).nullable(),
  taken: z.array(z.object({ ...place, kind: z.enum(kinds), prompt: Text, notes: z.array(z.enum(noteReasons)) })),
  left: z.array(z.object({ ...place, reason: z.enum(leftReasons), what: z.string().nullable() })),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** The most bytes of a file that is brought in. */
export const mostImported = 700_000;

/** A file with questions: its bytes in base64, as their encoding has to be found out. `lang` is the language of its texts. */
export const ImportFile = z.strictObject({
  content: z.base64().max(Math.ceil(mostImported / 3) * 4),
  lang: Locale,
});
export type ImportFile = z.infer<typeof ImportFile>;

/** The report, and the questions that were taken, in their order. */
export const Imported = ImportReport.extend({ questions: z.array(Id) });
export type Imported = z.infer<typeof Imported>;

/** Questions that were brought in, to be taken out again. */
export const UndoImport = z.strictObject({ questions: z.array(Id).max(500) });
export type UndoImport = z.infer<typeof UndoImport>;

/** Those that were taken out. One that was written in since it came stays. */
export const ImportUndone = z.object({ removed: z.array(Id) });
export type ImportUndone = z.infer<typeof ImportUndone>;

/** The language in which questions are written to a file: files have one. */
export const ExportQuery = z.strictObject({ lang: Locale });
export type ExportQuery = z.infer<typeof ExportQuery>;
