import { type Text } from '@haven/shared/contract';
import { type Order } from './question-type';
import { inOrder } from '../draw/order';

/** The same words in every language: what somebody typed. */
export const same = (text: string): Text => ({ en: text, es: text });

/** Texts made from texts, in each language. Where one has no Spanish, neither has the whole. */
export function join(parts: readonly Text[], how: (texts: string[]) => string): Text {
  const en = how(parts.map((part) => part.en));
  const es = parts.map((part) => part.es);
  return es.every((text) => text !== undefined) ? { en, es: how(es) } : { en };
}

/** The face of something with a name and a text. */
export const nameOf = ({ id, text }: { id: string; text: Text }): { id: string; text: Text } => ({ id, text });

/** Options as a learner sees them: in the author's order, or mixed where the quiz says so. */
export const laidOut = <T extends { id: string; text: Text }>(options: readonly T[], order: Order) =>
  order.shuffle ? mixed(options, order) : options.map(nameOf);

/** Parts in an order that says nothing of the author's: it depends on their names and the seed alone. */
export const mixed = <T extends { id: string; text: Text }>(parts: readonly T[], { seed, question }: Order) =>
  inOrder(parts, seed, question).map(nameOf);
