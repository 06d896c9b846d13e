import { Location } from '@angular/common';
import { type EnvironmentProviders, inject, makeEnvironmentProviders, provideAppInitializer } from '@angular/core';
import { type CanActivateFn, type UrlMatcher } from '@angular/router';
import { provideTransloco } from '@jsverse/transloco';
import { locales } from '@haven/shared/contract/plain';
import { type Dictionaries, I18n } from './i18n';

const words: Dictionaries = { en: () => import('./en'), es: () => import('./es') };

/**
 * Transloco with Haven's languages. Dictionaries come by `I18n.add`, bundled per language; nothing is fetched by URL. `shell` holds the
 * words of the frame around every page.
 */
export const provideI18n = (shell?: Dictionaries): EnvironmentProviders =>
  makeEnvironmentProviders([
    provideTransloco({
      config: { availableLangs: [...locales], defaultLang: 'en', reRenderOnLangChange: false, prodMode: true },
    }),
    // Before anything is drawn: the frame around the pages is there before a route is known, and hydration must find the same words.
    provideAppInitializer(() => {
      const i18n = inject(I18n);
      i18n.register(words);
      if (shell) i18n.register(shell);
      return i18n.use(/^\/es(?=[/?]|$)/.test(inject(Location).path()) ? 'es' : 'en');
    }),
  ]);

/**
 * Matches every address and takes a leading `es` off it. One route for both languages, so that switching keeps the components on the page
 * alive: a playing video plays on, a half-written answer stays.
 */
export const localeMatcher: UrlMatcher = (segments) => ({ consumed: segments[0]?.path === 'es' ? [segments[0]] : [] });

/** Loads the words of the address's language before any page of it shows. */
export const useLocale: CanActivateFn = async (route) => {
  await inject(I18n).use(route.url[0]?.path === 'es' ? 'es' : 'en');
  return true;
};
