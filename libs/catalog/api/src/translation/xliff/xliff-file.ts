import { type Inline } from '@haven/shared/contract';
import { type TranslationState } from '@haven/catalog/contract';

/** A line of a unit in both languages; null where there is no translation of it. */
export interface XliffLine {
  readonly name: string;
  readonly source: readonly Inline[];
  readonly target: readonly Inline[] | null;
}

/** A part in a file: its key, its lines, how it stands there, and where the file says so. */
export interface XliffUnit {
  readonly key: string;
  readonly lines: readonly XliffLine[];
  readonly state: TranslationState;
  /** Of a translation that was out of date when it was sent out: the name of the English that it was made from; empty where unknown. */
  readonly from: string | null;
  readonly line: number;
}

/** Why something of a file is left. */
export type XliffFault = 'mark' | 'segment' | 'twice';

/** What a file holds of one section. */
export interface XliffSection {
  readonly item: string;
  readonly units: readonly XliffUnit[];
  readonly faults: readonly { readonly key: string; readonly line: number; readonly reason: XliffFault }[];
}

export const XLIFF = 'urn:oasis:names:tc:xliff:document:2.0';

/** The keys of lines begin with a sign that a name in XML cannot have. */
export const toUnitId = (key: string) => key.replace(/^@/, '_');
export const fromUnitId = (id: string) => id.replace(/^_/, '@');

/** The course that a file was made of, in the place where the format names its source. */
export const originalOf = (course: string) => `haven:course:${course}`;

export const FROM = 'haven:of-';
