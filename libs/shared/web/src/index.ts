export { type Dictionaries, I18n, withDictionary } from './i18n/i18n';
export { localeMatcher, provideI18n, useLocale } from './i18n/provide-i18n';
export { API_ORIGIN, ApiOriginBackend } from './api-origin';
export { problemOf } from './problem-of';
export { HavenTitleStrategy, pageDescription, PageLinks, pageStatus, pageTitle } from './page-title';
export { type Entry, type OutboxState } from './outbox/entries';
export { Outbox } from './outbox/outbox';
export { type Sender } from './outbox/sender';
