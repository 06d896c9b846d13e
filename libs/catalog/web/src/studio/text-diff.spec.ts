import { type Piece, textDiff } from './text-diff';

const told = (pieces: Piece[]) =>
  pieces
    .map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `[+${text}+]`, gap: '…' })[kind])
    .join('');
const side = (pieces: Piece[], other: Piece['kind']) =>
  pieces.flatMap(({ kind, text }) => (kind === other ? [] : [text])).join('');

describe('textDiff', () => {
  it('shows the words that changed, and only those', () => {
    expect(told(textDiff('Ask the clerk for a copy.', 'Ask the city clerk for the copy.'))).toBe(
      'Ask the [+city +]clerk for [-a -][+the +]copy.',
    );
  });

  it('shows a new paragraph as added', () => {
    expect(told(textDiff('One.\n', 'One.\n\nTwo.\n'))).toBe('One.\n[+\nTwo.\n+]');
  });

  it('leaves out most of what stays the same', () => {
    const long = 'word '.repeat(200);
    const pieces = textDiff(`${long}old ${long}`, `${long}new ${long}`);
    expect(pieces.map(({ kind }) => kind)).toEqual(['gap', 'same', 'removed', 'added', 'same', 'gap']);
    expect(pieces.map(({ text }) => text).join('').length).toBeLessThan(300);
  });

  it('keeps both texts whole where it leaves nothing out', () => {
    const [a, b] = ['the cat sat on\nthe mat today\n', 'a cat sat in\nthe hat\nand stayed'];
    const pieces = textDiff(a, b);
    expect([side(pieces, 'added'), side(pieces, 'removed')]).toEqual([a, b]);
  });

  it('shows the whole of what is too much to weave', () => {
    const words = (mark: string) => Array.from({ length: 2000 }, (_, i) => `${mark}${i}`).join(' ');
    expect(textDiff(words('a'), words('b')).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
