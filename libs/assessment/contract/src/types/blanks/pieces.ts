const MARK = /\[([a-z0-9-]{1,20})\]/g;

/** A piece of a text with blanks: words, or the name of a blank. */
export type Piece = { readonly words: string } | { readonly blank: string };

/** A text with blanks in its pieces, in their order. */
export function pieces(text: string): Piece[] {
  return text
    .split(MARK)
    .map((part, at): Piece => (at % 2 ? { blank: part } : { words: part }))
    .filter((piece) => !('words' in piece) || piece.words !== '');
}

/** The names of the blanks in a text, as often as they stand there. */
export const blanksIn = (text: string): string[] =>
  pieces(text).flatMap((piece) => ('blank' in piece ? [piece.blank] : []));

/** A text with each of its blanks filled in by `fill`. */
export const filled = (text: string, fill: (blank: string) => string): string =>
  pieces(text)
    .map((piece) => ('blank' in piece ? fill(piece.blank) : piece.words))
    .join('');
