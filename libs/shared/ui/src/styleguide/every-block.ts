import { type Block, type Inline } from '@haven/shared/contract';

const text = (words: string): Inline => ({ type: 'text', text: words });
const link = (words: string, href: string): Inline => ({ ...text(words), marks: [{ type: 'link', attrs: { href } }] });

/** One of each kind of block. */
export const everyBlock: readonly Block[] = [
  { type: 'heading', id: 'h2', level: 2, content: [text('A heading of the text')] },
  {
    type: 'paragraph',
    id: 'p1',
    content: [
      text('A paragraph with '),
      { ...text('strong'), marks: [{ type: 'strong' }] },
      text(', '),
      { ...text('stressed'), marks: [{ type: 'em' }] },
      text(' and '),
      { ...text('both'), marks: [{ type: 'strong' }, { type: 'em' }] },
      text('; a '),
      link('link out', 'https://example.org/'),
      text(', a '),
      link('link to a lesson', 'lesson:providence'),
      text(' and '),
      link('one to a lesson that is not there', 'lesson:nowhere'),
      text('.'),
    ],
  },
  { type: 'list', id: 'l1', ordered: false, items: [[text('Asking')], [text('Holding')], [text('Sharing')]] },
  { type: 'heading', id: 'h3', level: 3, content: [text('A smaller heading')] },
  { type: 'list', id: 'l2', ordered: true, items: [[text('Find the text')], [text('Read the clause')]] },
  { type: 'quote', id: 'q1', content: [[text('Trust is what lets people call for help.')]] },
  { type: 'callout', id: 'c1', tone: 'note', content: [[text('A note beside the text.')]] },
  {
    type: 'callout',
    id: 'c2',
    tone: 'important',
    content: [[text('This one matters.')], [text('It has two paragraphs.')]],
  },
  {
    type: 'table',
    id: 't1',
    head: [[text('City')], [text('Year')], [text('Kind')], [text('What it limits')]],
    rows: [
      [[text('Providence')], [text('2017')], [text('Ordinance')], [text('Stops, profiling, detainers')]],
      [[text('Boulder')], [text('2017')], [text('Ordinance')], [text('Questions about status')]],
    ],
  },
];
