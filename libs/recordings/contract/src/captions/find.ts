import { type CaptionCue } from './document';

/** How text is looked for: any case counts unless `matchCase`; `locale`, English unless told, has its own cases (a Turkish I is no i). */
export interface FindOptions {
  readonly matchCase?: boolean;
  readonly locale?: string;
}

/** A hit in cue number `index`: from which to which offset of its text. */
export interface CueHit {
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** Every place where `query` stands in the text of cues, as plain text, from left to right and never overlapping. */
export function findInCues(cues: readonly CaptionCue[], query: string, options: FindOptions = {}): CueHit[] {
  const wanted = fold(query, options).text;
  if (wanted === '') return [];
  return cues.flatMap(({ text }, index) => hits(text, wanted, options).map(([from, to]) => ({ index, from, to })));
}

/** The cues with every hit of `query` replaced by `replacement`, as plain text, and how many there were. */
export function replaceInCues(
  cues: readonly CaptionCue[],
  query: string,
  replacement: string,
  options: FindOptions = {},
): { cues: CaptionCue[]; count: number } {
  const wanted = fold(query, options).text;
  let count = 0;
  const replaced = cues.map((cue) => {
    const found = wanted === '' ? [] : hits(cue.text, wanted, options);
    count += found.length;
    return found.length === 0 ? cue : { ...cue, text: replaceAt(cue.text, found, replacement) };
  });
  return { cues: replaced, count };
}

function replaceAt(text: string, found: readonly (readonly [number, number])[], replacement: string): string {
  let [result, done] = ['', 0];
  for (const [from, to] of found) {
    result += text.slice(done, from) + replacement;
    done = to;
  }
  return result + text.slice(done);
}

function hits(text: string, wanted: string, options: FindOptions): [from: number, to: number][] {
  const folded = fold(text, options);
  const found: [number, number][] = [];
  let at = folded.text.indexOf(wanted);
  while (at >= 0) {
    const [from, to] = [folded.places[at], folded.places[at + wanted.length]];
    // Part of a character is no hit: a lower-cased İ has two units, of which the first alone is an i.
    const isWhole = from !== undefined && to !== undefined;
    if (isWhole) found.push([from, to]);
    at = folded.text.indexOf(wanted, at + (isWhole ? wanted.length : 1));
  }
  return found;
}

/** Text for comparing, and for each of its units that begins a character the offset of that character in `text`. */
function fold(
  text: string,
  { matchCase, locale = 'en' }: FindOptions,
): { text: string; places: (number | undefined)[] } {
  let [folded, offset] = ['', 0];
  const places: (number | undefined)[] = [];
  for (const character of text) {
    const unit = matchCase ? character : character.toLocaleLowerCase(locale);
    places[folded.length] = offset;
    folded += unit;
    offset += character.length;
  }
  places[folded.length] = offset;
  return { text: folded, places };
}
