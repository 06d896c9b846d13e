// Without zod, as the first scripts of every page need this and nothing of zod.

/** The languages of Haven, in the order in which they are offered; the first is the language of last resort. */
export const locales = ['en', 'es'] as const;
export type Locale = (typeof locales)[number];

/** The body of `text` for a reader of `locale`, and the language it is really in, for its `lang` attribute. */
export function inLocale<T>(text: { en: T; es?: T | undefined }, locale: Locale): { value: T; lang: Locale } {
  const value = text[locale];
  return value === undefined ? { value: text.en, lang: 'en' } : { value, lang: locale };
}
