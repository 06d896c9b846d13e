import { type Block, type Inline, type Mark } from '../blocks';
import * as fc from 'fast-check';

const text = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).filter((words) => !/[\0]/.test(words));
const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc.constant<Mark>({ type: 'strong' }),
  fc.constant<Mark>({ type: 'em' }),
  fc.constantFrom('https://example.org/a?b=c', 'mailto:a@example.org', 'lesson:webinar?t=125').map((href): Mark => ({
    type: 'link',
    attrs: { href },
  })),
);
const inline: fc.Arbitrary<Inline> = fc
  .tuple(text, fc.option(fc.array(mark, { maxLength: 4 }), { nil: undefined }))
  .map(([words, marks]) => ({ type: 'text', text: words, ...(marks && { marks }) }));
const runs = fc.array(inline, { maxLength: 4 });
const some = fc.array(runs, { minLength: 1, maxLength: 4 });
const words = text.map((one) => one.trim()).filter((one) => one !== '');
const seconds = fc.nat(90_000);

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;
const block: fc.Arbitrary<WithoutId<Block>> = fc.oneof(
  fc.record({ type: fc.constant('paragraph' as const), content: runs }),
  fc.record({ type: fc.constant('heading' as const), level: fc.constantFrom(2 as const, 3 as const), content: runs }),
  fc.record({ type: fc.constant('list' as const), ordered: fc.boolean(), items: some }),
  fc.record({ type: fc.constant('quote' as const), content: some }),
  fc.record({
    type: fc.constant('callout' as const),
    tone: fc.constantFrom('note' as const, 'important' as const),
    content: some,
  }),
  fc.record({ type: fc.constant('table' as const), head: some, rows: fc.array(fc.array(runs), { maxLength: 3 }) }),
  fc.record({
    type: fc.constant('clause' as const),
    source: fc.record({ title: words, href: fc.constant('https://example.org/') }),
    content: some,
  }),
  fc.tuple(words, seconds, seconds).map(([label, a, b]) => ({
    ...{ type: 'moment' as const, label, lesson: 'webinar' },
    range: [Math.min(a, b), Math.max(a, b) + 1] as [number, number],
  })),
  fc.record({
    type: fc.constant('resource' as const),
    title: words,
    href: fc.constant('https://example.org/'),
    content: fc.array(runs, { maxLength: 2 }),
  }),
  fc.record({ type: fc.constant('term' as const), term: words, content: some }),
  fc.record({
    type: fc.constant('image' as const),
    picture: fc.constant('a'.repeat(64)),
    width: fc.integer({ min: 1, max: 2400 }),
    height: fc.integer({ min: 1, max: 2400 }),
    alt: fc.option(words),
  }),
  fc.record({
    type: fc.constant('file' as const),
    title: words,
    file: fc.constant('b'.repeat(64)),
    format: fc.constantFrom('pdf' as const, 'odt' as const),
    size: fc.integer({ min: 1, max: 20_000_000 }),
  }),
);

/** Any text that the contract allows, also one that no editor would write: empty lines, marks twice, rows of any length. */
export const anyBlocks: fc.Arbitrary<Block[]> = fc
  .array(block, { maxLength: 6 })
  .map((blocks) => blocks.map((one, at) => ({ ...one, id: `b${at}` })));
