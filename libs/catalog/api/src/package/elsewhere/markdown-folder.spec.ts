import { type Block, plainText } from '@haven/shared/contract';
import * as fc from 'fast-check';
import sharp from 'sharp';
import { readAny, toReport } from '../read-any';
import { bodiesOf } from '../lesson-texts';
import { filesOf } from '../testing/files-of';

const given = { lang: 'en', name: 'Know your rights.zip' } as const;
const read = (files: Record<string, string | Buffer>, lang: 'en' | 'es' = 'en') =>
  readAny(filesOf(files), { ...given, lang }, '2026-11-27');
const lessonsOf = async (files: Record<string, string | Buffer>) => [...(await read(files)).read.lessons.values()];
const wordsOf = (blocks: readonly object[]) => blocks.map((block) => plainText({ ...block, id: 'a' } as Block));

describe('a folder of Markdown', () => {
  it('is a course: folders are modules, files and first headings are lessons, in the order of people', async () => {
    const { format, read: course } = await read({
      'course/02-act/10-council.md': '# The council\n\nSpeak.',
      'course/02-act/9-neighbours.md': 'Ask them.',
      'course/README.md': '---\ntitle: Welcome\nsummary: What this is.\n---\n\nHello.',
      'course/01-know/rights.md': '# At home\n\nOne.\n\n# At work\n\nTwo.',
    });
    expect(format).toBe('markdown');
    expect(course.course).toMatchObject({ slug: 'course', title: { en: 'Course' }, reviewedOn: '2026-11-27' });
    expect(course.course.modules.map(({ title, lessons }) => [title.en, ...lessons])).toEqual([
      ['Course', 'welcome'],
      ['Know', 'at-home', 'at-work'],
      ['Act', 'neighbours', 'the-council'],
    ]);
    expect(course.lessons.get('welcome')?.texts.en).toMatchObject({ title: 'Welcome', summary: 'What this is.' });
    expect(course.lessons.get('at-work')?.texts.es).toBeUndefined();
  });

  it('keeps words that a lesson cannot hold as they are, and says with its line what was changed or left', async () => {
    const source = [
      '# Title',
      '',
      'See [the next](b.md), [the web](https://example.org/) and [nothing](c.md).',
      '',
      '- One',
      '  - Two **bold**',
      '- Three',
      '',
      '#### Deep',
      '',
      '    indented code',
      '',
      '<div>raw</div>',
      '',
      'A `word` and a <b>tag</b>.',
      '',
      '> Quoted',
      '>',
      '> - listed',
    ].join('\n');
    const { read: course, left } = await read({ 'a.md': source, 'b.md': 'Next.', 'notes.docx.bak': 'x' });
    const blocks = course.lessons.get('title')?.texts.en.blocks ?? [];
    expect(wordsOf(blocks)).toEqual([
      'See the next, the web and nothing.',
      'One\nTwo bold\nThree',
      'Deep',
      'indented code',
      'A word and a tag.',
      'Quoted',
      'listed',
    ]);
    const runs = blocks[0]?.type === 'paragraph' ? blocks[0].content : [];
    expect(runs.flatMap(({ marks }) => marks ?? [])).toEqual([
      { type: 'link', attrs: { href: 'lesson:b' } },
      { type: 'link', attrs: { href: 'https://example.org/' } },
    ]);
    expect(left.map(({ file, line, reason }) => [file, line, reason])).toEqual([
      ['a.md', 3, 'link'],
      ['a.md', 5, 'list'],
      ['a.md', 11, 'code'],
      ['a.md', 13, 'html'],
      ['a.md', 15, 'html'],
      ['notes.docx.bak', null, 'unused-file'],
    ]);
  });

  it('brings its pictures, drawn anew, and its files; those elsewhere are left', async () => {
    const png = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#08525a' } })
      .png()
      .toBuffer();
    const { read: course, left } = await read({
      'a/one.md':
        'Look ![A door](../img/door.png) here.\n\n![](../img/door.png)\n\n![x](https://example.org/x.png)\n\n![y](no.png)\n\n[Read it](../f.pdf)\n\n![z](../bad.png)',
      'img/door.png': png,
      'f.pdf': '%PDF-1.7 x',
      'bad.png': '<svg/>',
    });
    const blocks = course.lessons.get('one')?.texts.en.blocks ?? [];
    expect(blocks).toMatchObject([
      { type: 'paragraph' },
      { type: 'image', width: 40, height: 20, alt: 'A door' },
      { type: 'image', alt: 'door.png' },
      { type: 'paragraph' },
      { type: 'file', title: 'Read it', format: 'pdf' },
    ]);
    expect([...course.media.keys()].map((name) => name.split('.')[1])).toEqual(['webp', 'pdf']);
    expect(left.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'alt'],
      [5, 'picture'],
      [7, 'picture-missing'],
      [11, 'bad-picture'],
    ]);
    expect(toReport({ format: 'markdown', read: course, left })).toMatchObject({ pictures: 1, files: 1 });
  });

  it('stands in both languages where it is Spanish, until somebody translates it', async () => {
    const { read: course } = await read({ 'uno.md': '# Sus derechos\n\nPregunte.' }, 'es');
    expect(course.lessons.get('sus-derechos')?.texts).toMatchObject({
      en: { title: 'Sus derechos' },
      es: { title: 'Sus derechos' },
    });
  });

  it.each([
    ['nothing of it', { 'a.txt': 'x' }, /neither/],
    ['empty files alone', { 'a.md': '  ' }, /nothing/],
  ])('is refused with %s', async (_, files, sentence) => {
    await expect(read(files as Record<string, string>)).rejects.toThrow(sentence);
  });

  it('says what cannot be read at all', async () => {
    const { left } = await read({
      'a.md': 'Fine.',
      'b.md': Buffer.from([0xff, 0xfe, 0xfd]),
      'c.md': 'x'.repeat(20_000),
      'd.md': '---\ntitle: [\n---\nText.',
    });
    expect(left.map(({ file, reason }) => [file, reason])).toEqual([
      ['b.md', 'encoding'],
      ['c.md', 'too-long'],
      ['d.md', 'front-matter'],
    ]);
  });

  it('becomes texts that can be stored, whatever is in it', async () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom(
        '# h',
        '##### h',
        '- a',
        '  - b',
        '> q',
        '```',
        '| a | b |',
        '|---|---|',
        '![a](b)',
        '[a](b "c")',
        '<b>',
        '[r]: x',
        '![r]',
        '***',
        '**a _b** c_',
        '&#0;',
        '\\',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 14 }), async (lines) => {
        const lessons = await lessonsOf({ 'a.md': `Begin.\n\n${lines.join('\n')}` });
        for (const { texts } of lessons) expect(() => bodiesOf(texts)).not.toThrow();
      }),
      { numRuns: 150 },
    );
  });
});
