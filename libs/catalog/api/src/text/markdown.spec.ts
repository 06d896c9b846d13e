import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Block, Blocks, type Inline } from '@haven/shared/contract';
import * as fc from 'fast-check';
import { keepIds, pairIds } from './block-ids';
import { blocksFromMarkdown, MarkdownError, type NewBlock } from './from-markdown';
import { blocksToMarkdown } from './to-markdown';

const withIds = (blocks: readonly NewBlock[]) => blocks.map((block, at) => ({ ...block, id: `b${at}` }));
const again = (blocks: readonly Block[]) => withIds(blocksFromMarkdown(blocksToMarkdown(blocks)));

/** Neighbouring runs with the same marks are one run: Markdown cannot tell them apart. */
const joined = (runs: readonly Inline[]): Inline[] =>
  runs.reduce<Inline[]>((out, run) => {
    const last = out.at(-1);
    if (last && JSON.stringify(last.marks) === JSON.stringify(run.marks)) last.text += run.text;
    else out.push({ ...run });
    return out;
  }, []);

const word = fc.stringMatching(/^[A-Za-z0-9áñ¿.,:;!?'"()[\]*_`#>+=~|\\<&/-]{1,12}$/);
const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const letters = fc.stringMatching(/^[A-Za-z]{2,9}$/);
const inline: fc.Arbitrary<Inline[]> = fc
  .tuple(text, fc.option(fc.tuple(letters, fc.constantFrom<'strong' | 'em' | 'link'>('strong', 'em', 'link'))))
  .map(([before, marked]) => {
    if (!marked) return [{ type: 'text', text: before }];
    const [words, type] = marked;
    const mark = type === 'link' ? { type, attrs: { href: 'lesson:webinar?t=125' } } : { type };
    return joined([
      { type: 'text', text: `${before} ` },
      { type: 'text', text: words, marks: [mark] },
      { type: 'text', text: ' end' },
    ]);
  });

const block: fc.Arbitrary<NewBlock> = fc.oneof(
  inline.map((content): NewBlock => ({ type: 'paragraph', content })),
  fc
    .tuple(fc.constantFrom(2 as const, 3 as const), letters)
    .map(([level, t]): NewBlock => ({ type: 'heading', level, content: [{ type: 'text', text: t }] })),
  fc.array(inline, { minLength: 1, maxLength: 4 }).map((content): NewBlock => ({
    type: 'quote',
    content: content.map((runs) => joined([{ type: 'text', text: 'So ' }, ...runs])),
  })),
  fc
    .tuple(fc.constantFrom('note' as const, 'important' as const), inline)
    .map(([tone, content]): NewBlock => ({ type: 'callout', tone, content: [content] })),
  fc.tuple(letters, fc.array(inline, { minLength: 1, maxLength: 3 })).map(([title, content]): NewBlock => ({
    type: 'clause',
    source: { title, href: 'https://example.org/a?b=c' },
    content,
  })),
  fc
    .tuple(letters, fc.array(inline, { maxLength: 2 }))
    .map(([title, content]): NewBlock => ({ type: 'resource', title, href: 'https://example.org/', content })),
  fc
    .tuple(letters, fc.array(inline, { minLength: 1, maxLength: 2 }))
    .map(([term, content]): NewBlock => ({ type: 'term', term, content })),
  fc.tuple(letters, fc.nat(20_000), fc.integer({ min: 1, max: 20_000 })).map(([label, from, length]): NewBlock => ({
    type: 'moment',
    label,
    lesson: 'webinar',
    range: [from, from + length],
  })),
  fc.tuple(fc.option(text), fc.integer({ min: 1, max: 2400 })).map(([alt, width]): NewBlock => ({
    type: 'image',
    picture: 'ab'.repeat(32),
    ...{ width, height: 600, alt },
  })),
  fc
    .tuple(text, fc.constantFrom('pdf' as const, 'odt' as const), fc.integer({ min: 1, max: 20e6 }))
    .map(([title, format, size]): NewBlock => ({ type: 'file', title, file: 'cd'.repeat(32), format, size })),
  fc.array(fc.tuple(inline, inline), { maxLength: 3 }).map((rows): NewBlock => ({
    type: 'table',
    head: [[{ type: 'text', text: 'a' }], [{ type: 'text', text: 'b' }]],
    rows,
  })),
);

describe('Markdown of lessons', () => {
  it('is the same after writing and reading it again', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), (blocks) => {
        const given = withIds(blocks);
        expect(again(given)).toEqual(given);
      }),
    );
  });

  it('keeps lists, ordered and not', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(inline, { minLength: 1, maxLength: 5 }), (ordered, items) => {
        const given = withIds([{ type: 'list', ordered, items }]);
        expect(again(given)).toEqual(given);
      }),
    );
  });

  it('holds every text of the demo, unchanged by a round trip', () => {
    const files = readdirSync('tools/seed/courses', { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.md'),
    );
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const body = readFileSync(join('tools/seed/courses', file), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
      const blocks = Blocks.parse(withIds(blocksFromMarkdown(body)));
      expect(again(blocks)).toEqual(blocks);
    }
  });

  it.each([
    ['HTML', 'Text\n\n<script>alert(1)</script>', 3],
    ['HTML in a line', 'a <b>b</b>', 1],
    ['a picture', '![x](https://example.org/x.png)', 1],
    ['a picture that is named by no hash', 'ok\n\n![x](picture:abc.webp?width=1&height=1)', 3],
    ['a link that runs code', '[x](javascript:alert(1))', 1],
    ['a first-level heading', 'ok\n\n# Title', 3],
    ['a list in a list', '- a\n  - b', 1],
    ['a clause without a source', 'ok\n\n> [!CLAUSE] No officer shall ask.', 3],
    ['a clause whose source is no web page', '> [!CLAUSE] [City](lesson:a)\n>\n> No.', 1],
    ['a moment that ends before it begins', '> [!MOMENT] [x](lesson:a?t=125) 2:05', 1],
    ['a term without a meaning', '> [!TERM] **Detainer**', 1],
  ])('refuses %s with its line', (_, source, line) => {
    expect(() => blocksFromMarkdown(source)).toThrow(expect.objectContaining({ line }) as MarkdownError);
  });
});

it('reads what people write on one line', () => {
  expect(
    blocksFromMarkdown(
      '> [!TERM] **Detainer** A *request* to hold.\n\n> [!MOMENT] [Why](lesson:webinar?t=125) 1:02:05',
    ),
  ).toEqual([
    {
      type: 'term',
      term: 'Detainer',
      content: [
        [
          { type: 'text', text: 'A ' },
          { type: 'text', text: 'request', marks: [{ type: 'em' }] },
          { type: 'text', text: ' to hold.' },
        ],
      ],
    },
    { type: 'moment', label: 'Why', lesson: 'webinar', range: [125, 3725] },
  ]);
});

describe('ids of blocks', () => {
  const blocks = withIds(blocksFromMarkdown('One.\n\nTwo.\n\n## Head\n\nThree.'));

  it('stay with unchanged and with corrected blocks', () => {
    const edited = keepIds(blocksFromMarkdown('New.\n\nOne.\n\nTwo, corrected.\n\n## Head\n\nThree.'), blocks);
    expect(edited.slice(1).map((one) => one.id)).toEqual(blocks.map((one) => one.id));
    expect(blocks.map((one) => one.id)).not.toContain(edited[0]?.id);
  });

  it('are never given twice', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), fc.array(block, { maxLength: 6 }), (before, after) => {
        const ids = keepIds(after, withIds(before)).map((one) => one.id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('of a translation are those of the text that it translates', () => {
    const es = pairIds(blocksFromMarkdown('Uno.\n\nDos.\n\n## Título\n\nTres.'), blocks, []);
    expect(es.map((one) => one.id)).toEqual(blocks.map((one) => one.id));
  });
});
