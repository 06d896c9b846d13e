import { type Block } from '@haven/shared/contract';
import { blocksIn } from './blocks-in';

const block = (id: string, words = id): Block => ({ type: 'paragraph', id, content: [{ type: 'text', text: words }] });
const image = (id: string, alt: string | null): Block => ({
  ...{ type: 'image', id, picture: 'a'.repeat(64), width: 1, height: 1, alt },
});
const ids = (body: Parameters<typeof blocksIn>[0]) => {
  const { blocks, fallback } = blocksIn(body, 'es');
  return blocks.map(({ id }) => (fallback.has(id) ? `(${id})` : id)).join(' ');
};

describe('the text of a lesson in Spanish', () => {
  const en = [block('a'), block('b'), block('c')];

  it('is in English at its place where a block is not translated', () => {
    expect(ids({ en, es: [block('b', 'B')] })).toBe('(a) b (c)');
    expect(blocksIn({ en, es: [block('b', 'B')] }, 'es').blocks[1]).toEqual(block('b', 'B'));
    expect(ids({ en, es: [] })).toBe('(a) (b) (c)');
    expect(blocksIn({ en, es: [block('b', 'B')] }, 'en').blocks).toBe(en);
  });

  it('keeps blocks of its own where they stand', () => {
    expect(ids({ en, es: [block('x'), block('a'), block('y'), block('z'), block('c')] })).toBe('x a y z (b) c');
  });

  it('is whole where it goes its own way', () => {
    expect(ids({ en, es: [block('x'), block('y')] })).toBe('x y');
  });

  it('marks nothing that says nothing', () => {
    const silent = [image('p', null), image('q', 'A door'), { ...block('e'), content: [] } as Block];
    expect(ids({ en: [...silent, block('a')], es: [block('a', 'A')] })).toBe('p (q) e a');
  });
});
