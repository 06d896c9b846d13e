import { type Block } from '@haven/shared/contract';
import { changeTable, evenTables, goBelow } from './table';
import { after, run, stateFrom } from './testing/text-state';

const cells = (...words: string[]) => words.map((word) => (word ? [run(word)] : []));
const table = (...rows: string[][]): Block => {
  const [head = [], ...rest] = rows.map((row) => cells(...row));
  return { type: 'table', id: 't', head, rows: rest };
};
const act = (given: Block, what: Parameters<typeof changeTable>[1]) =>
  after(stateFrom([given]), (tr) => changeTable(tr, what));

describe('a table', () => {
  it('gets rows and columns after the cell with the cursor, which goes there', () => {
    expect(act(table(['a', 'b|'], ['c', 'd']), 'add-row')).toEqual([table(['a', 'b'], ['', '|'], ['c', 'd'])]);
    expect(act(table(['a|', 'b'], ['c', 'd']), 'add-column')).toEqual([table(['a', '|', 'b'], ['c', '', 'd'])]);
  });

  it('loses rows, columns and itself, but never its head alone', () => {
    expect(act(table(['a', 'b'], ['c', 'd|']), 'remove-row')).toEqual([table(['a', 'b|'])]);
    expect(act(table(['a|', 'b'], ['c', 'd']), 'remove-row')).toBeNull();
    expect(act(table(['a', 'b|'], ['c', 'd']), 'remove-column')).toEqual([table(['a|'], ['c'])]);
    expect(act(table(['a|']), 'remove-column')).toBeNull();
  });

  it('is gone down by Enter, and grows at its end', () => {
    expect(after(stateFrom([table(['a|', 'b'], ['c', 'd'])]), goBelow)).toEqual([table(['a', 'b'], ['c|', 'd'])]);
    expect(after(stateFrom([table(['a', 'b|'])]), goBelow)).toEqual([table(['a', 'b'], ['', '|'])]);
  });

  it('has rows of one length again after something was deleted across them', () => {
    const state = stateFrom([table(['a|', 'b'], ['c'])]);
    const even = evenTables(state);
    expect(even?.doc.child(0).child(1).childCount).toBe(2);
    expect(evenTables(state.apply(even ?? state.tr))).toBeNull();
  });
});
