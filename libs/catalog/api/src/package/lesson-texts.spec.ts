import { type Block } from '@haven/shared/contract';
import { anyBlocks } from '@haven/shared/contract/testing';
import * as fc from 'fast-check';
import { type LessonBodies } from '../content';
import { partNames, statesOf, tied } from '../text/translation';
import { bodiesOf, readExact, readMarkdown, TextFault, writeText, writeTranslation } from './lesson-texts';

const title = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }).map((text) => `A${text}`.trim());
const summary = fc.string({ maxLength: 30, unit: 'grapheme' }).map((text) => text.trim());
const storable = (text: string) => text.isWellFormed() && !text.includes('\0');
const text = fc.record({ title: title.filter(storable), summary: summary.filter(storable), blocks: anyBlocks });
const read = ({ ending, source }: ReturnType<typeof writeText>) =>
  ending === '.md' ? readMarkdown(source) : readExact(source);

/** A translation with some blocks of its own, some taken from the English, and an English that went on since. */
const bodies: fc.Arbitrary<LessonBodies> = fc
  .tuple(text, text, text, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), fc.boolean())
  .map(([old, now, es, own, reviewed]) => {
    const ids = (blocks: readonly Block[]) =>
      blocks.map((block, at) => ({ ...block, id: own[at] ? `o${at}` : block.id }));
    const before = tied({ en: old }, old, { ...es, blocks: ids(es.blocks) });
    const after = tied({ en: old, es: before }, now, before);
    if (!reviewed) return { en: now, es: after };
    const units = Object.fromEntries(
      Object.entries(after.units ?? {}).map(([key, unit]) => [key, { ...unit, reviewed: true as const }]),
    );
    return { en: now, es: { ...after, units } };
  });

describe('the texts of a package', () => {
  it('are read as they were written, whatever a lesson holds, and written the same again', () => {
    fc.assert(
      fc.property(text, (given) => {
        const written = writeText(given);
        const again = read(written);
        expect(again).toMatchObject({ title: given.title, summary: given.summary });
        expect(again.blocks.map(({ type }) => type)).toEqual(given.blocks.map(({ type }) => type));
        expect(writeText(again)).toEqual(written);
      }),
      { numRuns: 300 },
    );
  });

  it('are Markdown where a person would write it so', () => {
    const blocks: Block[] = [{ type: 'paragraph', id: 'a', content: [{ type: 'text', text: 'Ask the city.' }] }];
    expect(writeText({ title: 'Ask: how', summary: '', blocks })).toEqual({
      ending: '.md',
      source: '---\ntitle: "Ask: how"\nsummary: ""\n---\n\nAsk the city.\n',
    });
  });

  it('keep how each part of a translation stands, with new ids', () => {
    fc.assert(
      fc.property(bodies, (given) => {
        const translation = writeTranslation(given);
        const [en, es] = [given.en, given.es].map((one) => (one ? read(writeText(one)) : undefined));
        if (!en || !es) throw new Error('no text');
        const again = bodiesOf({ en, es, translation });
        expect([...statesOf(again).values()]).toEqual([...statesOf(given).values()]);
        expect(writeTranslation(again)).toEqual(translation);
        expect([...partNames(again.en).values()].length).toBe([...partNames(given.en).values()].length);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['no head', 'Just text.', /starts with a block/],
    ['a head that is not YAML', '---\ntitle: [\n---\nx', /cannot be read/],
    ['a head with an alias', '---\ntitle: &a x\nsummary: *a\n---\nx', /cannot be read/],
    ['another key', '---\ntitle: x\nsummary: ""\nauthor: me\n---\nx', /author/],
    ['HTML, with its line', '---\ntitle: x\nsummary: ""\n---\n\n<b>x</b>', /line 6/],
    ['a title that is too long', `---\ntitle: ${'x'.repeat(201)}\nsummary: ""\n---\nx`, /title/],
  ])('are refused with %s', (_, source, message) => {
    expect(() => readMarkdown(source)).toThrow(message);
    expect(() => readMarkdown(source)).toThrow(TextFault);
  });
});
