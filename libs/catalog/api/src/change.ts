import { type Change } from '@haven/catalog/contract';
import { locales, type Text } from '@haven/shared/contract';

/** One difference, or none where both are the same. */
export function change(
  what: Change['what'],
  locale: Change['locale'],
  before: string | null,
  after: string | null,
): Change[] {
  return before === after ? [] : [{ what, locale, before, after }];
}

/** The differences of a text, in each language. */
export const textChanges = (what: Change['what'], a: Text | null, b: Text): Change[] =>
  locales.flatMap((locale) => change(what, locale, a?.[locale] ?? null, b[locale] ?? null));
