import { Block, Id, Text, words } from '@haven/shared/contract';
import * as z from 'zod';

/**
 * How the translation of a part stands: not there, translated, read again by somebody, or made from an English that has changed since.
 */
export const TranslationState = z.enum(['missing', 'draft', 'reviewed', 'outdated']);
export type TranslationState = z.infer<typeof TranslationState>;

/** What a part says: a line, or a block with its marks. */
export const PartText = z.union([words(20_000), Block]);
export type PartText = z.infer<typeof PartText>;

/** The name of exactly these words and marks: equal names, equal words. */
const WordsName = z.string().regex(/^[0-9a-f]{16}$/);

/** The key of a part within its section: a block by its id, a line by what it is. */
const PartKey = z.string().min(1).max(300);

/**
 * A part of a course in English and in Spanish. `of` names the English and `words` the Spanish; they go back with every change, so that
 * nobody writes over what they have not seen. `before`: the English that a translation was made from, where it is out of date and known.
 */
export const TranslationPart = z.object({
  key: PartKey,
  source: PartText,
  of: WordsName,
  text: PartText.nullable(),
  words: WordsName.nullable(),
  state: TranslationState,
  before: z.string().nullable(),
});
export type TranslationPart = z.infer<typeof TranslationPart>;

/** How many parts stand how. */
export const TranslationCounts = z.record(TranslationState, z.number().int());
export type TranslationCounts = z.infer<typeof TranslationCounts>;

/**
 * What is translated in one go: the words of a course (`item` is the course), or a lesson with the questions of its quiz. `own`: the Spanish
 * text goes its own way, so that only title and summary stand side by side.
 */
export const TranslationSection = z.object({
  item: Id,
  kind: z.enum(['course', 'reading', 'recording', 'quiz']),
  title: Text,
  own: z.boolean(),
  counts: TranslationCounts,
});
export type TranslationSection = z.infer<typeof TranslationSection>;

/**
 * When learners are shown the Spanish of a course: always, with English where something is missing; only when nothing is missing or out of date;
 * only when all of it is reviewed. Else the whole course is in English.
 */
export const translationGates = ['always', 'translated', 'reviewed'] as const;
export const TranslationGate = z.enum(translationGates);
export type TranslationGate = z.infer<typeof TranslationGate>;

/** Another gate, over the one that was seen. */
export const SetGate = z.strictObject({ was: TranslationGate, gate: TranslationGate });
export type SetGate = z.infer<typeof SetGate>;

export const CourseTranslation = z.object({
  title: Text,
  gate: TranslationGate,
  sections: z.array(TranslationSection),
});
export type CourseTranslation = z.infer<typeof CourseTranslation>;

export const SectionTranslation = TranslationSection.extend({ parts: z.array(TranslationPart) });
export type SectionTranslation = z.infer<typeof SectionTranslation>;

/** A translation of one part, written beside the English `of` over the Spanish `was`. Null takes it away. */
export const TranslatePart = z.strictObject({
  key: PartKey,
  of: WordsName,
  was: WordsName.nullable(),
  text: PartText.nullable(),
});
export type TranslatePart = z.infer<typeof TranslatePart>;

/** That somebody has read this Spanish beside this English and finds it right, or takes that back. */
export const ReviewPart = z.strictObject({ key: PartKey, of: WordsName, words: WordsName, reviewed: z.boolean() });
export type ReviewPart = z.infer<typeof ReviewPart>;

export const SectionParam = z.strictObject({ id: Id, item: Id });
export type SectionParam = z.infer<typeof SectionParam>;

/**
 * What becomes of a unit of an XLIFF file: translated, over another translation, only marked as reviewed, translated from an English that is
 * not today's, nothing because it is here already, or left.
 */
export const xliffOutcomes = ['new', 'replaced', 'reviewed', 'outdated', 'same', 'left'] as const;
export type XliffOutcome = (typeof xliffOutcomes)[number];

/** Why a unit is left: no such part, its marks do not fit, it was cut in another way, it stands twice, its words cannot stand there. */
export const xliffReasons = ['part', 'mark', 'segment', 'twice', 'words'] as const;
export type XliffReason = (typeof xliffReasons)[number];

/** What a file would change, or has changed. Of what is here already only the number is told. */
export const XliffReport = z.object({
  counts: z.record(z.enum(xliffOutcomes), z.number().int()),
  units: z.array(
    z.object({
      item: z.string(),
      key: z.string(),
      line: z.number().int(),
      outcome: z.enum(xliffOutcomes),
      reason: z.enum(xliffReasons).nullable(),
      source: z.string().nullable(),
      text: z.string().nullable(),
      before: z.string().nullable(),
    }),
  ),
});
export type XliffReport = z.infer<typeof XliffReport>;

/** What is written to a file: one section by its item, or the whole course. */
export const XliffQuery = z.strictObject({ item: Id.optional() });
export type XliffQuery = z.infer<typeof XliffQuery>;
