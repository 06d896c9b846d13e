import { type TranslationState } from '@haven/catalog/contract';
import { contentHash } from '@haven/shared/api';
import { type Block, plainText } from '@haven/shared/contract';
import { type LessonBodies, type TranslationUnit } from '../content';

type En = LessonBodies['en'];
type Es = Pick<LessonBodies['en'], 'title' | 'summary' | 'blocks'>;
export type Units = Readonly<Record<string, TranslationUnit>>;

/** The parts of a text that are no blocks: their names cannot be those of blocks. */
export const TITLE = '@title';
export const SUMMARY = '@summary';

/** The name of exactly these words and marks of a block, whatever its id. */
export const blockName = (block: Block): string => contentHash({ ...block, id: '' }).slice(0, 16);
export const lineName = (line: string): string => contentHash(line).slice(0, 16);

/** Every part of a text by its key, with the name of what it says. What says nothing needs no translation. */
export function partNames({ title, summary, blocks }: Es): Map<string, string> {
  const parts: [string, string][] = [[TITLE, lineName(title)]];
  if (summary) parts.push([SUMMARY, lineName(summary)]);
  for (const block of blocks) if (plainText(block).trim()) parts.push([block.id, blockName(block)]);
  return new Map(parts);
}

/**
 * From which English each part of a translation was made. What was written before this was kept knows it of the whole text alone: where that
 * is out of date, of no part is it known.
 */
export function unitsOf({ en, es }: LessonBodies): Units {
  if (!es) return {};
  if (es.units) return es.units;
  const current = es.of === contentHash(en);
  const english = partNames(en);
  const parts = [...partNames(es).keys()].filter((key) => english.has(key));
  return Object.fromEntries(parts.map((key) => [key, { of: current ? (english.get(key) ?? '') : '' }]));
}

/** Whether a translation goes its own way: none of its blocks is one of the English. Then nothing of it can be missing. */
export const isFree = ({ en, es }: LessonBodies): boolean => {
  const ids = new Set(en.blocks.map(({ id }) => id));
  return es !== undefined && es.blocks.length > 0 && es.blocks.every(({ id }) => !ids.has(id));
};

/** Whether a title was translated: one that was not is there in English meanwhile, because a text has to have one. */
export const hasTitle = ({ es }: LessonBodies): boolean => es !== undefined && (!es.units || TITLE in es.units);

/** How the translation of each part of the English stands. */
export function statesOf(bodies: LessonBodies): Map<string, TranslationState> {
  const { en, es } = bodies;
  const units = unitsOf(bodies);
  const there = es ? partNames(es) : new Map<string, string>();
  const free = isFree(bodies);
  const states = [...partNames(en)].flatMap(([key, name]): [string, TranslationState][] => {
    const unit = units[key];
    if (!there.has(key)) return free ? [] : [[key, 'missing']];
    // Nobody has translated it: a title has to be something meanwhile.
    if (!unit) return [[key, 'missing']];
    if (unit.of !== name) return [[key, 'outdated']];
    return [[key, unit.reviewed ? 'reviewed' : 'draft']];
  });
  return new Map(states);
}

/** Whether something of a translation was made from an older English, or is not there yet. */
export function isBehind(bodies: LessonBodies): boolean {
  return (
    bodies.es !== undefined &&
    [...statesOf(bodies).values()].some((state) => state === 'outdated' || state === 'missing')
  );
}

/**
 * A translation as it is stored after an edit of either text: what was written now was made from the English beside it, what was not touched
 * stays tied to the English that it was made from.
 */
export function tied(before: LessonBodies, en: En, es: Es): NonNullable<LessonBodies['es']> {
  const [was, is, english] = [
    before.es ? partNames(before.es) : new Map<string, string>(),
    partNames(es),
    partNames(en),
  ];
  const kept = unitsOf(before);
  const units: Record<string, TranslationUnit> = {};
  for (const [key, name] of is) {
    const of = english.get(key);
    const unit = was.get(key) === name ? kept[key] : of === undefined ? undefined : { of };
    if (unit && of !== undefined) units[key] = unit;
  }
  return withUnits(en, es, units, before.es?.of ?? '');
}

/** The translation with its units. `of` names the whole English where all of it is up to date. */
export function withUnits(en: En, es: Es, units: Units, was: string): NonNullable<LessonBodies['es']> {
  const english = partNames(en);
  const current = Object.entries(units).every(([key, { of }]) => !english.has(key) || english.get(key) === of);
  return { ...es, of: current ? contentHash(en) : was === contentHash(en) ? '' : was, units };
}
