import { type Cue } from '@haven/recordings/contract';

/** A piece of a line: plain, or a hit of the search with its number. */
export interface Piece {
  text: string;
  hit: number | null;
}

/** One character as it is compared: without case and accents, so that "politica" finds "Política". */
const fold = (character: string) => character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The text folded, and for each folded unit the place in `text` where it comes from. */
function folded(text: string): { plain: string; at: number[] } {
  let plain = '';
  const at: number[] = [];
  let place = 0;
  for (const character of text) {
    const unit = fold(character);
    plain += unit;
    for (let i = 0; i < unit.length; i++) at.push(place);
    place += character.length;
  }
  at.push(place);
  return { plain, at };
}

/** Cuts `text` at the hits of `query`; hits are numbered from `first`. Joined again, the pieces are the text. */
export function cut(text: string, query: string, first = 0): Piece[] {
  const wanted = folded(query.trim()).plain;
  if (!wanted) return [{ text, hit: null }];
  const { plain, at } = folded(text);
  const pieces: Piece[] = [];
  let [done, number] = [0, first];
  for (let found = plain.indexOf(wanted); found >= 0; found = plain.indexOf(wanted, found + wanted.length)) {
    const [from, to] = [at[found] ?? 0, at[found + wanted.length] ?? text.length];
    if (from < done || to <= from) continue;
    if (from > done) pieces.push({ text: text.slice(done, from), hit: null });
    pieces.push({ text: text.slice(from, to), hit: number++ });
    done = to;
  }
  if (done < text.length || pieces.length === 0) pieces.push({ text: text.slice(done), hit: null });
  return pieces;
}

/** Every line cut at its hits, and how many there are in all. */
export function search(cues: readonly Cue[], query: string): { lines: { cue: Cue; pieces: Piece[] }[]; hits: number } {
  let hits = 0;
  const lines = cues.map((cue) => {
    const pieces = cut(cue.text, query, hits);
    hits += pieces.filter((piece) => piece.hit !== null).length;
    return { cue, pieces };
  });
  return { lines, hits };
}

/** The line that is spoken at `second`, or the last one before it; -1 before the first. */
export function cueAt(cues: readonly Cue[], second: number): number {
  return cues.findLastIndex((cue) => cue.from <= second);
}
