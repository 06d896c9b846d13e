import { type Block, Blocks, type Inline, type Mark } from '@haven/shared/contract';
import * as fc from 'fast-check';
import { blocksFromHtml } from './from-html';
import { parseHtml } from './parse-html';
import { googleDocs, webPage, word } from './testing/clipboards';

/** The blocks of a paste, numbered. */
function pasted(html: string): Block[] {
  let count = 0;
  return Blocks.parse(blocksFromHtml(parseHtml(html), () => `p${++count}`));
}

const run = (text: string, ...marks: Mark[]): Inline => ({ type: 'text', text, ...(marks.length > 0 && { marks }) });
const link = (href: string): Mark => ({ type: 'link', attrs: { href } });

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;
const numbered = (...blocks: WithoutId<Block>[]) => blocks.map((block, at) => ({ ...block, id: `p${at + 1}` }));

const openDoor = [
  { type: 'heading' as const, level: 2 as const, content: [run('At the door')] },
  {
    type: 'paragraph' as const,
    content: [
      run('You '),
      run('need not', { type: 'strong' }),
      run(' open. Ask for a '),
      run('warrant', { type: 'em' }),
      run(', see '),
      run('your rights', link('https://example.org/rights')),
      run('.'),
    ],
  },
  {
    type: 'list' as const,
    ordered: false,
    items: [[run('Stay calm')], [run('Breathe')], [run('Say '), run('no', { type: 'strong' })]],
  },
  { type: 'list' as const, ordered: true, items: [[run('Call a lawyer')], [run('Write it down')]] },
];
const table = (answer: string) => ({
  type: 'table' as const,
  head: [[run('Question')], [run('Warrant')]],
  rows: [[[run('Who signs it')], [run(answer)]]],
});

describe('what is pasted', () => {
  it('from Word is its headings, words, lists, quotes and tables', () => {
    expect(pasted(word)).toEqual(
      numbered(...openDoor, { type: 'quote', content: [[run('No officer shall ask.')]] }, table('A judge, by name'), {
        type: 'paragraph',
        content: [run('New words.')],
      }),
    );
  });

  it('from Google Docs is the same, and not bold as a whole', () => {
    expect(pasted(googleDocs)).toEqual(numbered(...openDoor, table('A judge')));
  });

  it('from a web page is its text, without what is around and behind it', () => {
    expect(pasted(webPage)).toEqual(
      numbered(
        { type: 'heading', level: 2, content: [run('At the door')] },
        {
          type: 'paragraph',
          content: [
            run('You '),
            run('need ', { type: 'strong' }),
            run('not', { type: 'strong' }, { type: 'em' }),
            run(' open.'),
          ],
        },
        {
          type: 'paragraph',
          content: [
            run('Ask for a warrant, see our page, this, '),
            run('us', link('mailto:help@example.org')),
            run(' and '),
            run('your rights', link('https://example.org/rights#top')),
            run('.'),
          ],
        },
        { type: 'paragraph', content: [run('A line')] },
        { type: 'paragraph', content: [run('and one in it')] },
        { type: 'paragraph', content: [run('after it')] },
        { type: 'paragraph', content: [run('At a '), run('door', { type: 'em' })] },
        {
          type: 'quote',
          content: [[run('No officer shall ask.')], [run('Nor shall '), run('anyone', { type: 'strong' }), run('.')]],
        },
        { type: 'paragraph', content: [run('In a frame')] },
        { type: 'list', ordered: false, items: [[run('One')], [run('Two')]] },
        { type: 'table', head: [[run('Rule')], [], []], rows: [[[run('Ask')], [run('no')], [run('never')]]] },
        { type: 'heading', level: 3, content: [run('Small')] },
        { type: 'paragraph', content: [run('as it stands')] },
      ),
    );
  });

  it('is never more than the contract takes, whatever it was', () => {
    const tags = [
      'p',
      'b',
      'i',
      'a href="https://e.org"',
      'ul',
      'li',
      'table',
      'tr',
      'td',
      'h2',
      'blockquote',
      'o:p',
      'br',
    ];
    const piece = fc.oneof(
      fc.constantFrom(...tags).map((tag) => `<${tag}>`),
      fc.constantFrom(...tags).map((tag) => `</${tag.split(' ')[0]}>`),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => void pasted(pieces.join(''))));
    expect(pasted('<p>word</p>'.repeat(600))).toHaveLength(500);
    expect(pasted(`<ul>${'<li>one</li>'.repeat(450)}</ul>`)).toHaveLength(3);
    expect(pasted(`<p>${'long '.repeat(9_000)}</p>`)[0]).toHaveProperty('content.length', 3);
  });
});
