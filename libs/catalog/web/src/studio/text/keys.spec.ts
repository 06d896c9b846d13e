import { type Block } from '@haven/shared/contract';
import { paragraph, run } from './testing/text-state';
import { Desk } from './testing/open-editor';

let desk: Desk;
const open = (...blocks: Block[]) => (desk = new Desk(blocks));
afterEach(() => desk.close());

/** The blocks without their ids. */
const written = () => desk.blocks.map(({ id: _, ...block }) => block);
const line = (text: string) => ({ type: 'paragraph', content: [run(text)] });

describe('writing', () => {
  it('divides lines and gives each an id of its own', () => {
    open(paragraph('a', 'One')).type('\nTwo\nThree');
    expect(written()).toEqual(['One', 'Two', 'Three'].map(line));
    expect(new Set(desk.blocks.map(({ id }) => id)).size).toBe(3);
    expect(desk.blocks[0]?.id).toBe('a');
  });

  it('keeps the id with the words when a line is put before them', () => {
    open(paragraph('a', 'Words'));
    desk.editor.commands.focus('start');
    desk.press('Enter');
    expect(desk.blocks).toEqual([paragraph('a', 'Words')]);
  });

  it('knows the signs of Markdown at the start of a line, and only in paragraphs', () => {
    open().type('## Head\n- one\ntwo\n\n1. first\n\n> said\n- not here');
    expect(written()).toEqual([
      { type: 'heading', level: 2, content: [run('Head')] },
      { type: 'list', ordered: false, items: [[run('one')], [run('two')]] },
      { type: 'list', ordered: true, items: [[run('first')]] },
      { type: 'quote', content: [[run('said')], [run('- not here')]] },
    ]);
  });

  it('knows the signs of bold, italic and links, and makes no link to nowhere', () => {
    open().type('a **b** *c* [d](https://example.org) [e](javascript:x) ');
    expect(written()).toEqual([
      {
        type: 'paragraph',
        content: [
          run('a '),
          { ...run('b'), marks: [{ type: 'strong' }] },
          run(' '),
          { ...run('c'), marks: [{ type: 'em' }] },
          run(' '),
          { ...run('d'), marks: [{ type: 'link', attrs: { href: 'https://example.org' } }] },
          run(' [e](javascript:x) '),
        ],
      },
    ]);
  });

  it('leaves a list, a note and a clause by Enter on an empty line', () => {
    const callout: Block = { type: 'callout', id: 'n', tone: 'note', content: [[run('Note')]] };
    open(callout).editor.commands.focus(6);
    desk.type('\n\nAfter');
    expect(written()).toEqual([{ type: 'callout', tone: 'note', content: [[run('Note')]] }, line('After')]);
    desk.close();
    const source = { title: 'T', href: 'https://example.org' };
    open({ type: 'clause', id: 'c', source, content: [[run('Words')]] }).editor.commands.focus(7);
    desk.type('\nMore\n\nAfter');
    expect(written()).toEqual([{ type: 'clause', source, content: [[run('Words')], [run('More')]] }, line('After')]);
  });

  it('takes the first item out of its list by Backspace, and joins nothing across the border of a cell', () => {
    open({ type: 'list', id: 'l', ordered: false, items: [[run('One')], [run('Two')]] }).editor.commands.focus(2);
    desk.press('Backspace');
    expect(written()).toEqual([line('One'), { type: 'list', ordered: false, items: [[run('Two')]] }]);
    desk.close();
    const table: Block = { type: 'table', id: 't', head: [[run('a')], [run('b')]], rows: [] };
    open(table).editor.commands.focus(6);
    desk.press('Backspace');
    expect(desk.blocks).toEqual([table]);
  });

  it('is undone to its beginning and redone to its end', () => {
    open(paragraph('a', 'One')).type('\n- two\nthree');
    const all = written();
    while (desk.editor.can().undo()) desk.editor.commands.undo();
    expect(desk.blocks).toEqual([paragraph('a', 'One')]);
    while (desk.editor.can().redo()) desk.editor.commands.redo();
    expect(written()).toEqual(all);
  });
});
