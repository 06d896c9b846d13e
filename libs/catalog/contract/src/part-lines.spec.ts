import { type Inline } from '@haven/shared/contract';
import { anyBlocks } from '@haven/shared/contract/testing';
import * as fc from 'fast-check';
import { filled, linesOf, writableLines } from './part-lines';
import { fromTagged, runsFrom, stepsOf, tagsOf, toTagged } from './tagged';

const sayer = (lines: ReturnType<typeof linesOf>) => (name: string) =>
  lines.find((line) => line.name === name)?.runs ?? [];
const text = (words: string, ...marks: Inline['marks'] & object): Inline => ({ type: 'text', text: words, marks });
const joined = (runs: readonly Inline[]) => runsFrom(stepsOf(runs));

describe('the lines of a part', () => {
  it('put together again are the same part', () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        for (const block of blocks) {
          const lines = linesOf(block);
          expect(new Set(lines.map(({ name }) => name)).size).toBe(lines.length);
          const said = lines.some(({ runs }) => runs.length > 0);
          expect(filled(block, null, sayer(lines))).toEqual(said ? block : null);
          expect(filled(block, block, sayer(lines))).toEqual(said ? block : null);
        }
      }),
    );
  });

  it('of a translation with more lines than the English stay, until they are emptied', () => {
    const item = (words: string) => [text(words)];
    const source = { type: 'list' as const, id: 'a', ordered: false, items: [item('one'), item('two')] };
    const spanish = { ...source, items: [item('uno'), item('dos'), item('tres')] };
    expect(writableLines(source, spanish).map(({ name }) => name)).toEqual(['item1', 'item2', 'item3']);
    const lines = linesOf(spanish);
    expect(filled(source, spanish, sayer(lines))).toEqual(spanish);
    expect(filled(source, spanish, sayer(lines.slice(0, 2)))).toEqual({ ...spanish, items: spanish.items.slice(0, 2) });
    expect(filled(spanish, source, sayer(linesOf(source)))).toEqual({ ...source, items: [...source.items, []] });
    expect(filled('A title', null, () => [])).toBeNull();
  });
});

describe('a line in a field', () => {
  const line = fc.constantFrom(
    [text('plain <1>', { type: 'em' }), text('</2> more')],
    [text('a', { type: 'strong' }, { type: 'em' }), text('b', { type: 'strong' }), text('c')],
  );
  const runs = fc.oneof(
    line,
    anyBlocks.map((blocks) => blocks.flatMap((block) => linesOf(block).flatMap((one) => [...one.runs]))),
  );

  it('keeps its marks', () => {
    fc.assert(
      fc.property(runs, runs, (source, spanish) => {
        const tags = tagsOf(source, spanish);
        expect(fromTagged(toTagged(spanish, tags), tags)).toEqual(joined(spanish));
      }),
    );
  });

  it('is none where its tags do not fit together', () => {
    const tags = tagsOf([text('a', { type: 'strong' }), text('b', { type: 'em' })], []);
    expect(toTagged([text('x', { type: 'em' }), text(' y')], tags)).toBe('<2>x</2> y');
    for (const field of ['<1>a', 'a</1>', '<1><2>a</1></2>']) expect(fromTagged(field, tags)).toBeNull();
    expect(fromTagged('<7>a</7>', tags)).toEqual([{ type: 'text', text: '<7>a</7>' }]);
  });
});
