/** Where `mark` stands in `text` at or after `from`, not counting those behind a backslash; -1 where it does not. */
export function find(text: string, mark: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text.startsWith(mark, at)) return at;
  }
  return -1;
}

/** The pieces of a text that begin with one of `signs`, and what stands before the first one, which has no sign. */
export function splitAt(text: string, signs: string): { sign: string; text: string }[] {
  const pieces = [{ sign: '', text: '' }];
  for (let at = 0, from = 0; at <= text.length; at++) {
    const letter = text[at] ?? '';
    if (letter === '\\' && at + 1 < text.length) at++;
    else if (letter === '' || signs.includes(letter)) {
      const last = pieces.at(-1);
      if (last) last.text = text.slice(from, at);
      if (letter) pieces.push({ sign: letter, text: '' });
      from = at + 1;
    }
  }
  return pieces;
}

/** What a backslash makes of the letter after it: a line, or the letter itself. Before any other it stands for itself. */
export const unescapedGift = (text: string): string =>
  text.replace(/\\([\\~=#{}:n])/g, (_, letter: string) => (letter === 'n' ? '\n' : letter));

/** A text for GIFT: none of its signs means anything, lines are `\n`. */
export const escapedGift = (text: string): string =>
  text.replace(/[\\~=#{}:]/g, (letter) => `\\${letter}`).replaceAll('\n', '\\n');
