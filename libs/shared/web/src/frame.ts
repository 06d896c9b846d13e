/** All but the outbox: for what is in the first bundle. See `libs/shared/ui/src/frame.ts`. */
export { type Dictionaries, I18n, withDictionary } from './i18n/i18n';
export { localeMatcher, provideI18n, useLocale } from './i18n/provide-i18n';
export { API_ORIGIN, ApiOriginBackend } from './api-origin';
export { readAgain } from './read-again';
export { isUnanswered, problemOf } from './problem-of';
export { HavenTitleStrategy, pageDescription, PageLinks, pageStatus, pageTitle, pageUnlisted } from './page-title';
