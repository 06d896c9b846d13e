import { type Text } from '@haven/shared/contract';
import { type Answer, picks, picksOf } from '../../answer';
import { floored, type Fraction, fraction, NONE } from '../../fraction';
import { join, mixed } from '../lines';
import { type QuestionRules } from '../question-type';
import { type OrderingContent, type OrderingFace } from './schema';

/** Kendall's τ of an order against the right one: pairs in order less pairs out of order, over all pairs. On average 0 for a random order. */
export function tau(right: readonly string[], given: readonly string[]): Fraction {
  const place = new Map(given.map((id, at) => [id, at]));
  if (right.some((id) => !place.has(id))) return NONE;
  const at = (id: string) => place.get(id) ?? 0;
  const pairs = right.flatMap((first, i) => right.slice(i + 1).map((second) => Math.sign(at(second) - at(first))));
  return fraction(
    pairs.reduce((total, one) => total + one, 0),
    pairs.length,
  );
}

const numbered = (items: readonly { id: string; text: Text }[], ids: readonly string[]): Text[] =>
  ids.flatMap((id, at) => {
    const item = items.find((candidate) => candidate.id === id);
    return item ? [join([item.text], ([text]) => `${at + 1}. ${text}`)] : [];
  });

const isWhole = (items: readonly { id: string }[], answer: Answer) =>
  picks(answer).length === items.length || picks(answer).length === 0;

export const rules: QuestionRules<OrderingContent, OrderingFace> = {
  accepts: ({ items }, answer) => picksOf(answer, items) && isWhole(items, answer),
  grade: ({ items }, answer) =>
    floored(
      tau(
        items.map(({ id }) => id),
        picks(answer),
      ),
    ),
  key: ({ items }) => items.map(({ id }) => id),
  right: ({ items }) =>
    numbered(
      items,
      items.map(({ id }) => id),
    ),
  face: ({ kind, prompt, items }, order) => ({ kind, id: order.question, prompt, items: mixed(items, order) }),
  summarise: ({ items }, answer) => numbered(items, picks(answer)),
};
