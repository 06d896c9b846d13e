import { type Both } from './question-model';

/** A line of a pasted list: its text, in Spanish too where it stands behind a bar or a tab, and whether it is marked as right. */
export interface PastedLine {
  readonly text: Both;
  readonly right: boolean;
}

const BULLET = /^(?:[-–•·◦▪*]|\(?(?:[a-z]|\d{1,2})[.)])\s+/i;
const MARK = /^(?:\[x\]|✓|✔|=|\*)\s*|\s*(?:\[x\]|✓|✔|\(correct\)|\(correcta\))$/i;
const BOX = /^\[ ?\]\s*/;

/**
 * A pasted list as its lines, without bullets and numbers. What is right is marked by `*`, `=`, `[x]` or ✓ before it. Where every line
 * begins with the same star, the stars are bullets.
 */
export function pastedLines(source: string): PastedLine[] {
  const lines = source
    .split(/\r\n|[\n\r\u2028]/)
    .map((line) => line.trim())
    .filter(Boolean);
  const starred = lines.length > 1 && lines.every((line) => line.startsWith('*'));
  return lines
    .map((line) => {
      const bare = starred || !line.startsWith('*') ? line.replace(BULLET, '') : line;
      const [en = '', es = ''] = bare
        .replace(MARK, '')
        .replace(BULLET, '')
        .replace(BOX, '')
        .split(/\s*(?:\||\t)\s*/);
      return { text: { en: en.trim(), es: es.trim() }, right: MARK.test(bare) };
    })
    .filter(({ text }) => text.en !== '');
}
