import { type PartText } from '@haven/catalog/contract';
import { type Block } from '@haven/shared/contract';
import { type LessonBodies, type TranslationUnit } from '../content';
import { hasTitle, partNames, statesOf, SUMMARY, TITLE, unitsOf, withUnits } from '../text/translation';
import { nameOf, type Part } from './part';
import { type PartEdit } from './translation-writes';

/** The parts of a lesson's text in their order. Where the Spanish goes its own way there are title and summary alone. */
export function lessonParts(bodies: LessonBodies): Part[] {
  const units = unitsOf(bodies);
  return [...statesOf(bodies)].map(([key, state]) => {
    const source = textAt(bodies.en, key) ?? '';
    const of = nameOf(source);
    const text = state === 'missing' || !bodies.es ? null : textAt(bodies.es, key);
    return { key, source, of, text, words: text === null ? null : nameOf(text), from: units[key]?.of ?? of, state };
  });
}

/** The English of a lesson by the keys of its parts. */
export const lessonEnglish = ({ en }: LessonBodies): Map<string, PartText> =>
  new Map([...partNames(en).keys()].map((key) => [key, textAt(en, key) ?? '']));

const textAt = ({ title, summary, blocks }: LessonBodies['en'], key: string): PartText | null =>
  key === TITLE ? title : key === SUMMARY ? summary : (blocks.find(({ id }) => id === key) ?? null);

/**
 * The bodies with another translation of one part, which was made from the English named `of`. `reviewed`: somebody has read it again. Null
 * takes it away.
 */
export function withLessonPart(
  bodies: LessonBodies,
  { part: { key }, text, of, reviewed }: Omit<PartEdit, 'part'> & { readonly part: Pick<Part, 'key'> },
): LessonBodies {
  const { en } = bodies;
  const { title, summary, blocks, of: whole } = bodies.es ?? { title: en.title, summary: '', blocks: [], of: '' };
  const { [key]: _, ...others } = unitsOf(bodies);
  const unit = { of, ...(reviewed && { reviewed: true as const }) };
  const units: Record<string, TranslationUnit> = text === null ? others : { ...others, [key]: unit };
  const said = typeof text === 'string' ? text : '';
  const next = {
    title: key === TITLE ? said || en.title : hasTitle(bodies) ? title : en.title,
    summary: key === SUMMARY ? said : summary,
    blocks:
      key === TITLE || key === SUMMARY || typeof text === 'string' ? blocks : placed(blocks, en.blocks, key, text),
  };
  // Nothing of it is left: the lesson has no Spanish, rather than an empty one.
  if (Object.keys(units).length === 0 && next.blocks.length === 0) return { en };
  return { en, es: withUnits(en, next, units, whole) };
}

/** A block is put where the English has it: after the nearest block before it that is translated. */
function placed(blocks: readonly Block[], english: readonly Block[], key: string, block: Block | null): Block[] {
  const at = blocks.findIndex(({ id }) => id === key);
  if (block === null) return blocks.filter(({ id }) => id !== key);
  if (at >= 0) return blocks.with(at, block);
  const ids = english.map(({ id }) => id);
  const before = ids.slice(0, ids.indexOf(key)).findLast((id) => blocks.some((other) => other.id === id));
  return blocks.toSpliced(before === undefined ? 0 : blocks.findIndex(({ id }) => id === before) + 1, 0, block);
}
