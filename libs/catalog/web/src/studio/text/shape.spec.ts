import { type Block } from '@haven/shared/contract';
import { reshape } from './shape';
import { after, paragraph, run, stateFrom } from './testing/text-state';

const list = (id: string, ...items: string[]): Block => ({
  ...{ type: 'list', id, ordered: false },
  items: items.map((item) => [run(item)]),
});
const heading = (id: string, text: string): Block => ({ type: 'heading', id, level: 2, content: [run(text)] });
const bullets = { type: 'list', ordered: false } as const;

/** What becomes of a text. What is new has no id yet. */
const made = (blocks: readonly Block[], shape: Parameters<typeof reshape>[1]) =>
  after(stateFrom(blocks), (tr) => reshape(tr, shape))?.map((block) => ({ ...block, id: block.id ?? 'new' }));

describe('the shape of lines', () => {
  it('changes where the cursor is, and back', () => {
    expect(made([paragraph('a', 'On|e')], { type: 'heading', level: 2 })).toEqual([heading('a', 'On|e')]);
    expect(made([heading('a', 'On|e')], { type: 'heading', level: 2 })).toEqual([paragraph('a', 'On|e')]);
  });

  it('makes one list of many lines, with the selection on the same words', () => {
    expect(made([paragraph('a', 'O[ne'), heading('b', 'Two'), paragraph('c', 'Th]ree')], bullets)).toEqual([
      list('a', 'O[ne', 'Two', 'Th]ree'),
    ]);
  });

  it('takes one line out of the middle of a list, and the list stays on both sides', () => {
    expect(made([list('a', 'One', 'T|wo', 'Three')], bullets)).toEqual([
      list('a', 'One'),
      paragraph('new', 'T|wo'),
      list('new', 'Three'),
    ]);
  });

  it('goes from one kind of list to the other and from a quote to a note', () => {
    expect(made([list('a', 'O|ne')], { type: 'list', ordered: true })).toEqual([
      { ...list('a', 'O|ne'), ordered: true },
    ]);
    const quote: Block = { type: 'quote', id: 'q', content: [[run('S[o')], [run('i]t is')]] };
    expect(made([quote], { type: 'callout', tone: 'note' })).toEqual([{ ...quote, type: 'callout', tone: 'note' }]);
  });

  it('joins neighbours that are chosen together, and leaves a table between them alone', () => {
    const table: Block = { type: 'table', id: 't', head: [[run('a')], [run('b')]], rows: [] };
    expect(made([list('a', 'O[ne'), paragraph('b', 'T]wo')], { type: 'quote' })).toEqual([
      { type: 'quote', id: 'a', content: [[run('O[ne')], [run('T]wo')]] },
    ]);
    expect(made([paragraph('a', 'O[ne'), table, paragraph('b', 'T]wo')], bullets)).toEqual([
      list('a', 'O[ne'),
      table,
      list('b', 'T]wo'),
    ]);
  });

  it('is not for the words of a clause or a cell', () => {
    const clause: Block = {
      ...{ type: 'clause', id: 'c', source: { title: 'T', href: 'https://example.org' } },
      content: [[run('No|thing')]],
    };
    expect(made([clause], bullets)).toBeUndefined();
    expect(made([{ type: 'table', id: 't', head: [[run('a|')]], rows: [] }], bullets)).toBeUndefined();
  });
});
