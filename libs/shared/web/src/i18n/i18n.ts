import { computed, DOCUMENT, inject, Service, signal } from '@angular/core';
import { type CanActivateFn } from '@angular/router';
import { TranslocoService, type Translation } from '@jsverse/transloco';
import { type Locale } from '@haven/shared/contract';
import { inLocale } from '@haven/shared/contract/plain';

/** A dictionary in each language, loaded when it is first needed. */
export type Dictionaries = Record<Locale, () => Promise<{ default: Translation }>>;

/**
 * The reader's language and the words in it. The language is the address's: `/es` before any path is Spanish. Everything here reads a
 * signal, so a template that calls `i18n.t(…)` follows a switch of language without being rebuilt.
 */
@Service()
export class I18n {
  private readonly transloco = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);
  private readonly current = signal<Locale>('en');
  private readonly dictionaries = new Set<Dictionaries>();
  private readonly loaded = new Map<Dictionaries, Set<Locale>>();

  readonly locale = this.current.asReadonly();
  private readonly plural = computed(() => new Intl.PluralRules(this.locale()));

  /** Words that are needed on every page: they come with the first language that is used. */
  register(dictionaries: Dictionaries): void {
    this.dictionaries.add(dictionaries);
  }

  /** Makes the words of `dictionaries` available, in this and in every language switched to later. */
  async add(dictionaries: Dictionaries, locale = this.locale()): Promise<void> {
    this.dictionaries.add(dictionaries);
    const loaded = this.loaded.get(dictionaries) ?? new Set();
    this.loaded.set(dictionaries, loaded);
    if (loaded.has(locale)) return;
    const words = (await dictionaries[locale]()).default;
    loaded.add(locale);
    this.transloco.setTranslation(words, locale, { merge: true, emitChange: false });
  }

  /** Switches to `locale` once all its words are here, so that no page is ever half translated. */
  async use(locale: Locale): Promise<void> {
    await Promise.all([...this.dictionaries].map((dictionaries) => this.add(dictionaries, locale)));
    this.transloco.setActiveLang(locale);
    this.current.set(locale);
    this.document.documentElement.lang = locale;
  }

  /** The words for `key`, with `{{name}}` filled in from `params`. */
  t(key: string, params: Record<string, unknown> = {}): string {
    return this.transloco.translate(key, params, this.locale());
  }

  /** The words for `n` things: `key_one` or `key_other` by the language's own plural rule, with `{{n}}` filled in. */
  n(key: string, n: number, params: Record<string, unknown> = {}): string {
    return this.t(`${key}_${this.plural().select(n) === 'one' ? 'one' : 'other'}`, { ...params, n: this.number(n) });
  }

  /** The body of `text` for this reader, in English where there is no other. */
  text<T>(text: { en: T; es?: T | undefined }): T {
    return inLocale(text, this.locale()).value;
  }

  /** The `lang` of what `text()` returned where it is not the page's own, else null: `[attr.lang]="i18n.lang(course.title)"`. */
  lang(text: { en: unknown; es?: unknown }): Locale | null {
    const { lang } = inLocale(text, this.locale());
    return lang === this.locale() ? null : lang;
  }

  /** `path` in this reader's language: `/courses` is `/es/courses` in Spanish. */
  path(path: string, locale = this.locale()): string {
    return locale === 'en' ? path : `/es${path === '/' ? '' : path}`;
  }

  /** An address of this site without its language: `/es/courses?q=a` is `/courses?q=a`. */
  bare(url: string): string {
    return url.replace(/^\/es(?=[/?#]|$)/, '').replace(/^(?!\/)/, '/');
  }

  /** A day or a moment, written out: "March 3, 2026", "3 de marzo de 2026". */
  date(iso: string, style: Intl.DateTimeFormatOptions = { dateStyle: 'long' }): string {
    const day = /^\d{4}-\d\d-\d\d$/.test(iso);
    return new Intl.DateTimeFormat(this.locale(), day ? { ...style, timeZone: 'UTC' } : style).format(new Date(iso));
  }

  /** A moment to the minute, with its zone: nobody has to guess whose nine o'clock it is. */
  moment(iso: string): string {
    const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
    return this.date(iso, { ...day, hour: 'numeric', minute: '2-digit', timeZoneName: 'short' });
  }

  number(n: number): string {
    return new Intl.NumberFormat(this.locale()).format(n);
  }
}

/** A guard for lazy routes that brings the words of their domain along. */
export const withDictionary =
  (dictionaries: Dictionaries): CanActivateFn =>
  async () => {
    await inject(I18n).add(dictionaries);
    return true;
  };
