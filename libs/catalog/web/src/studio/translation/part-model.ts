import {
  filled,
  fromTagged,
  linesOf,
  type MarkTag,
  type PartLine,
  type PartText,
  tagsOf,
  toTagged,
  type TranslationPart,
  writableLines,
} from '@haven/catalog/contract';
import { type Inline } from '@haven/shared/contract';
import * as z from 'zod';

/** A translation as its fields hold it: the text of each line by its name, marks as tags. Also how it is kept on the device. */
export const PartModel = z.record(z.string(), z.string());
export type PartModel = z.infer<typeof PartModel>;

/**
 * What the fields of a part are made from: the English, and the translations that were met while it is open, the newest last. A tag keeps its
 * number for as long: what is written must not turn into another mark, or into words.
 */
export interface PartShape {
  readonly source: PartText;
  readonly seen: readonly PartText[];
}

/** A field: the line that it translates, and the tags that can stand in it. */
export interface PartField {
  readonly line: PartLine;
  readonly tags: readonly MarkTag[];
}

const runsAt = (text: PartText, name: string): readonly Inline[] =>
  linesOf(text).find((line) => line.name === name)?.runs ?? [];

export function fieldsOf({ source, seen }: PartShape): PartField[] {
  const all = [source, ...seen].flatMap((text) => writableLines(source, text));
  const lines = all.filter(({ name }, at) => all.findIndex((other) => other.name === name) === at);
  return lines.map((line) => ({
    line,
    tags: line.plain
      ? []
      : tagsOf(
          runsAt(source, line.name),
          seen.flatMap((text) => runsAt(text, line.name)),
        ),
  }));
}

export const toPartModel = (shape: PartShape, text: PartText | null): PartModel =>
  Object.fromEntries(
    fieldsOf(shape).map(({ line, tags }) => [line.name, text === null ? '' : toTagged(runsAt(text, line.name), tags)]),
  );

/** What the fields say; undefined where a tag is not closed, or a line that is needed is empty. */
export function toPartText(shape: PartShape, model: PartModel): PartText | null | undefined {
  const fields = fieldsOf(shape);
  const runs = new Map(
    fields.map(({ line, tags }) => [line.name, fromTagged((model[line.name] ?? '').trim(), tags)] as const),
  );
  if ([...runs.values()].includes(null)) return undefined;
  const made = filled(shape.source, shape.seen.at(-1) ?? null, (name) => runs.get(name) ?? []);
  const lacks = made !== null && fields.some(({ line }) => line.needed && !runs.get(line.name)?.length);
  return lacks ? undefined : made;
}

/** The fields of which the tags do not fit together. */
export const faultyFields = (shape: PartShape, model: PartModel): string[] =>
  fieldsOf(shape).flatMap(({ line, tags }) => (fromTagged(model[line.name] ?? '', tags) === null ? [line.name] : []));

/** Which Spanish a text was written over, as the number that texts on the device are kept with. */
export const versionOf = ({ words }: Pick<TranslationPart, 'words'>): number =>
  words === null ? 0 : parseInt(words.slice(0, 12), 16);

/** What still needs somebody: all that nobody has read again beside the English as it is. */
export const needsWork = ({ state }: Pick<TranslationPart, 'state'>) => state !== 'reviewed';
