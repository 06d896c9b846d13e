import { type Locale } from '@haven/shared/contract';
import { type Quality } from './quality';

/** How this device likes to watch. It says nothing about a person, so it stays in `localStorage`. */
export interface Preferences {
  rate: number;
  /** The language of the captions; null for none. */
  captions: Locale | null;
  muted: boolean;
  quality: Quality;
}

const key = 'haven.player';
const usual: Preferences = { rate: 1, captions: 'en', muted: false, quality: 'auto' };

export function preferences(locale: Locale): Preferences {
  try {
    return { ...usual, captions: locale, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Preferences>) };
  } catch {
    return { ...usual, captions: locale };
  }
}

export function remember(change: Partial<Preferences>): void {
  try {
    localStorage.setItem(
      key,
      JSON.stringify({ ...(JSON.parse(localStorage.getItem(key) ?? '{}') as object), ...change }),
    );
  } catch {
    // Without storage the choice holds for this page.
  }
}
