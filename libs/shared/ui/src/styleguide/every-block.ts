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
  {
    type: 'clause',
    id: 'u1',
    source: { title: 'Providence, Ordinance 2017-1', href: 'https://example.org/ordinance' },
    content: [[text('No officer shall ask.')], [text('Nor shall anyone for them.')]],
  },
  { type: 'moment', id: 'm1', label: 'How the vote went', lesson: 'providence', range: [9, 75] },
  { type: 'moment', id: 'm2', label: 'A moment that is gone', lesson: 'nowhere', range: [0, 3725] },
  {
    type: 'resource',
    id: 'r1',
    title: 'Cards to print',
    href: 'https://example.org/cards',
    content: [[text('In twelve languages.')]],
  },
  { type: 'image', id: 'i1', picture: 'a'.repeat(64), width: 1200, height: 800, alt: 'A door with a chain' },
  { type: 'image', id: 'i2', picture: 'b'.repeat(64), width: 400, height: 300, alt: null },
  { type: 'file', id: 'd1', title: 'Cards to print', file: 'c'.repeat(64), format: 'pdf', size: 1_240_000 },
  { type: 'term', id: 'g1', term: 'Detainer', content: [[text('A request to hold somebody longer.')]] },
];
