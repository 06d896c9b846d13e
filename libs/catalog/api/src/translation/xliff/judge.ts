import {
  filled,
  linesOf,
  type PartText,
  runsFrom,
  stepsOf,
  type XliffOutcome,
  type XliffReason,
} from '@haven/catalog/contract';
import { type Inline } from '@haven/shared/contract';
import { nameOf, type Part, wordsFit } from '../part';
import { type PartEdit } from '../translation-writes';
import { type XliffLine, type XliffUnit } from './xliff-file';

/** What becomes of a unit: the edit that it is, why it is none, or nothing, because all of it is here already. */
export type Judged =
  | { readonly outcome: 'same' }
  | { readonly outcome: 'left'; readonly reason: XliffReason }
  | { readonly outcome: Exclude<XliffOutcome, 'same' | 'left'>; readonly edit: PartEdit };

/**
 * What a unit of a file is beside the part as it stands. Nothing that is here is taken away by a file: what it does not translate stays. Where
 * its English is another one than that of today, its Spanish is taken as one that is out of date.
 */
export function judge(part: Part | undefined, unit: XliffUnit): Judged {
  if (!part) return { outcome: 'left', reason: 'part' };
  if (unit.state === 'missing') return { outcome: 'same' };
  const source = put(part.source, unit, (line) => line.source);
  const text = put(part.text ?? part.source, unit, (line) => line.target ?? []);
  if (!source || !text) return { outcome: 'left', reason: 'segment' };
  if (typeof part.source === 'string' && unit.lines.some(({ target }) => target?.some(({ marks }) => marks)))
    return { outcome: 'left', reason: 'mark' };
  if (!wordsFit(part, text)) return { outcome: 'left', reason: 'words' };
  const current = sameWords(source, part.source) ? part.of : nameOf(source);
  const of = unit.state === 'outdated' ? (unit.from ?? current) : current;
  const reviewed = unit.state === 'reviewed' && of === part.of;
  if (part.text !== null && sameWords(text, part.text)) {
    const news = reviewed && part.state !== 'reviewed';
    return news ? { outcome: 'reviewed', edit: { part, text: part.text, of, reviewed } } : { outcome: 'same' };
  }
  const edit = { part, text, of, reviewed };
  return { outcome: of !== part.of ? 'outdated' : part.text === null ? 'new' : 'replaced', edit };
}

/** What the lines of a file make in the shape of `like`; null where they do not fit into it, or leave out what it needs. */
function put(like: PartText, unit: XliffUnit, runsOf: (line: XliffLine) => readonly Inline[]): PartText | null {
  const lines = new Map(unit.lines.map((line) => [line.name, runsOf(line)]));
  const made = filled(like, stretched(like, [...lines.keys()]), (name) => lines.get(name) ?? []);
  if (made === null) return null;
  const taken = linesOf(made);
  const fits =
    [...lines].every(([name, runs]) => runs.length === 0 || taken.some((line) => line.name === name)) &&
    taken.every(({ needed, runs }) => !needed || runs.length > 0);
  return fits ? made : null;
}

/** A block with room for as many lines as a file has of it: the English may have had more of them when the file was made. */
function stretched(text: PartText, names: readonly string[]): PartText {
  if (typeof text === 'string') return text;
  const most = (pattern: RegExp) =>
    Math.max(0, ...names.map((name) => Math.min(500, Number(pattern.exec(name)?.[1] ?? 0))));
  const long = (lines: readonly Inline[][], n: number) => [
    ...lines,
    ...Array.from({ length: Math.max(0, n - lines.length) }, (): Inline[] => []),
  ];
  if (text.type === 'list') return { ...text, items: long(text.items, most(/^item(\d+)$/)) };
  if (text.type === 'table') {
    const rows = Array.from({ length: Math.max(text.rows.length, most(/^row(\d+)-\d+$/)) }, (_, at) =>
      long(text.rows[at] ?? [], most(new RegExp(`^row${at + 1}-(\\d+)$`))),
    );
    return { ...text, head: long(text.head, most(/^head(\d+)$/)), rows };
  }
  if (text.type === 'paragraph' || text.type === 'heading' || !('content' in text)) return text;
  return { ...text, content: long(text.content, most(/^paragraph(\d+)$/)) };
}

/** Whether two texts are the same for a reader: how their runs are cut does not matter. */
export const sameWords = (a: PartText, b: PartText) => nameOf(joined(a)) === nameOf(joined(b));

const joined = (text: PartText): PartText => {
  const lines = linesOf(text);
  return (
    filled(text, text, (name) => runsFrom(stepsOf(lines.find((line) => line.name === name)?.runs ?? [])) ?? []) ?? text
  );
};
