import { oneLine } from './document';
import { decodeEntities, encodeEntities } from './entities';
import { findName } from './zoom';

/** What the lines of a cue say. `dropped`: there was formatting; `several`: more than one voice. */
export interface Spoken {
  readonly speaker: string | null;
  readonly text: string;
  readonly dropped: boolean;
  readonly several: boolean;
}

/** A tag ends at the next `>`, and a `<` that begins none stands for itself: "2 < 3". Each attempt ends at the next `<`. */
const tags = /<(\/?[A-Za-z.][^<>]*|\d[\d:.]*|\/?)>/g;

/** The start tag of a voice span (WebVTT, section 3.4): `<v Name>` or `<v.loud Name>`; its name is the first group. */
const voice = /^v(?:\.\S*)?(?:\s+([^]*))?$/;

/** Tags that change nothing for the eye: ends of voices, and the class span without a class. */
const plain = new Set(['/v', 'c', '/c']);

/** Positions and the like in SRT, `{\an8}`. */
const braces = /\{\\[^{}]*\}/g;

/** Reads the text of a cue: voices become the speaker, other tags go, entities are decoded. Braces are read in SRT only. */
export function readMarkup(payload: string, isSrt: boolean): Spoken {
  const voices: string[] = [];
  let dropped = false;
  const replaced = (isSrt ? payload.replace(braces, '') : payload).replace(tags, (_, tag: string) => {
    const named = voice.exec(tag);
    const name = oneLine(named?.[1] ?? '');
    dropped ||= !named && !plain.has(tag);
    if (!name || name === voices.at(-1)) return /^br\b/i.test(tag) ? '\n' : '';
    voices.push(name);
    return voices.length > 1 ? `\n${name}: ` : '';
  });
  return {
    speaker: voices[0] === undefined ? null : decodeEntities(voices[0]),
    text: decodeEntities(replaced),
    dropped: dropped || (isSrt && payload.includes('{\\')),
    several: voices.length > 1,
  };
}

/** Whether the text of a cue names a voice. */
export function hasVoice(payload: string): boolean {
  return /<v[.\s]/.test(payload);
}

/**
 * Writes what `readMarkup` reads. Text that nobody is named for, but that begins as Zoom writes a speaker, goes into a class span
 * without a class, so that it comes back as text.
 */
export function writeMarkup(speaker: string | null, text: string): string {
  const payload = encodeEntities(text);
  // A name that ends in two dashes would make an arrow with the end of its tag.
  if (speaker !== null) return `<v ${encodeEntities(speaker)}${speaker.endsWith('--') ? ' ' : ''}>${payload}`;
  return findName(payload) ? `<c>${payload}</c>` : payload;
}
