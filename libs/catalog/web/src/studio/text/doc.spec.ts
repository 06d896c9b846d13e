import { Blocks } from '@haven/shared/contract';
import * as fc from 'fast-check';
import { blocksOf, type DocNode, docOf } from './doc';
import { anyBlocks } from '@haven/shared/contract/testing';
import { paragraph, textSchema } from './testing/text-state';

/** As the editor reads and writes it. */
const through = (doc: DocNode) => textSchema.nodeFromJSON(doc);

describe('a lesson in the editor', () => {
  it('comes back exactly as it went in, whatever it is', () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        expect(Blocks.parse(blocks)).toEqual(blocks);
        const doc = through(docOf(blocks));
        doc.check();
        expect(blocksOf(doc.toJSON() as DocNode, blocks)).toEqual(blocks);
      }),
      { numRuns: 500 },
    );
  });

  it('is blocks that the contract takes, and the same again, when everything was written anew', () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const written = blocksOf(through(docOf(blocks)).toJSON() as DocNode, []);
        expect(Blocks.parse(written)).toEqual(written);
        expect(blocksOf(through(docOf(written)).toJSON() as DocNode, [])).toEqual(written);
      }),
      { numRuns: 500 },
    );
  });

  it('has a line to write on where there is nothing, and keeps no line that nobody wrote on', () => {
    const doc = through(docOf([]));
    expect(doc.childCount).toBe(1);
    expect(blocksOf(doc.toJSON() as DocNode, [])).toEqual([]);
    const empty = docOf([paragraph('a', 'A'), paragraph('b', ''), paragraph('c', 'C')]);
    expect(blocksOf(empty, [])).toEqual([paragraph('a', 'A'), paragraph('c', 'C')]);
  });

  it('keeps the head of a clause whose words are still to be written', () => {
    const clause = { type: 'clause', id: 'c', source: { title: 'T', href: 'https://example.org' }, content: [[]] };
    expect(blocksOf(docOf(Blocks.parse([clause])), [])).toEqual([clause]);
  });
});
