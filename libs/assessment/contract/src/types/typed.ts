import { type Text } from '@haven/shared/contract';

/** What of a typed answer must be exact. Unless the author says so, neither case nor accents have to be. */
export interface Strictness {
  readonly matchCase: boolean;
  readonly matchAccents: boolean;
}

/** A typed text as it is compared: one form of each letter, plain quotes, single spaces, no stop at the end. */
export function normalised(text: string, { matchCase, matchAccents }: Strictness): string {
  // An acute accent that stands alone would be taken apart, into a space and a mark.
  const form = text.replaceAll('´', "'").normalize('NFKC');
  const cased = matchCase ? form : form.toLowerCase();
  const bare = matchAccents ? cased : cased.normalize('NFD').replace(/\p{M}/gu, '');
  // Lower case and bare letters may compose anew, and may leave spaces at the ends: the edges come last.
  return bare
    .normalize('NFKC')
    .replace(/[‘’`]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[\s¡¿]+|[\s.!?;,]+$/g, '');
}

/** Whether a typed text is one of the accepted ones, in whichever language it was written. */
export function isAccepted(typed: string, accepted: readonly Text[], strictness: Strictness): boolean {
  const given = normalised(typed, strictness);
  return (
    given !== '' &&
    accepted.some(({ en, es }) => [en, es].some((text) => text !== undefined && normalised(text, strictness) === given))
  );
}
