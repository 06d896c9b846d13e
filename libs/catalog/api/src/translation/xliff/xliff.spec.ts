import { filled, linesOf } from '@haven/catalog/contract';
import { type Block, type Inline } from '@haven/shared/contract';
import { anyBlocks } from '@haven/shared/contract/testing';
import * as fc from 'fast-check';
import { type LessonBodies } from '../../content';
import { statesOf, tied } from '../../text/translation';
import { lessonParts, withLessonPart } from '../lesson-parts';
import { plain } from '../part';
import { type Section } from '../sections';
import { judge } from './judge';
import { readXliff } from './read-xliff';
import { writeXliff } from './write-xliff';

const course = '0192aaaa-0000-7000-8000-000000000000';
const item = '0192bbbb-0000-7000-8000-000000000000';
const section = (bodies: LessonBodies): Section => ({
  ...{ item, kind: 'reading', title: { en: bodies.en.title }, own: false, parts: lessonParts(bodies) },
});
const write = (bodies: LessonBodies) => writeXliff(course, [section(bodies)], () => null);
const read = (xml: string) => readXliff(Buffer.from(xml), course);

/** What a file makes of a text, and what becomes of each of its units. */
function take(xml: string, bodies: LessonBodies) {
  const outcomes: string[] = [];
  let next = bodies;
  for (const { units, faults } of read(xml)) {
    outcomes.push(...faults.map(({ key, reason }) => `${key} left: ${reason}`));
    for (const unit of units) {
      const judged = judge(
        lessonParts(next).find(({ key }) => key === unit.key),
        unit,
      );
      outcomes.push(`${unit.key} ${judged.outcome}${judged.outcome === 'left' ? `: ${judged.reason}` : ''}`);
      if ('edit' in judged) next = withLessonPart(next, judged.edit);
    }
  }
  return { bodies: next, outcomes };
}

const inSpanish = (runs: readonly Inline[]): Inline[] => runs.map((run) => ({ ...run, text: `es ${run.text}` }));
const spanish = (block: Block): Block | null => {
  const lines = linesOf(block);
  const made = filled(block, null, (name) => inSpanish(lines.find((line) => line.name === name)?.runs ?? []));
  return typeof made === 'string' ? null : made;
};

/** A lesson of which some parts are translated, some of them reviewed, and some of those out of date. */
const lesson: fc.Arbitrary<LessonBodies> = fc
  .tuple(anyBlocks, fc.infiniteStream(fc.constantFrom('missing', 'draft', 'reviewed', 'outdated')))
  .map(([blocks, fates]) => {
    const en = { title: 'A <title> & "more"', summary: 'A summary', blocks };
    let bodies: LessonBodies = { en };
    const older: string[] = [];
    for (const part of lessonParts(bodies)) {
      const { value: fate } = fates.next();
      const text = typeof part.source === 'string' ? `es ${part.source}` : spanish(part.source);
      if (fate === 'missing') continue;
      bodies = withLessonPart(bodies, { part, text, of: part.of, reviewed: fate === 'reviewed' });
      if (fate === 'outdated') older.push(part.key);
    }
    const now = {
      title: older.includes('@title') ? 'Another' : en.title,
      summary: older.includes('@summary') ? 'Another' : en.summary,
      blocks: blocks.map((block) => (older.includes(block.id) ? extended(block) : block)),
    };
    return bodies.es ? { en: now, es: tied(bodies, now, bodies.es) } : { en: now };
  });

/** The same block with more to say. */
const extended = (block: Block): Block => {
  const [first] = linesOf(block);
  const say = (name: string): Inline[] => [
    ...(linesOf(block).find((line) => line.name === name)?.runs ?? []),
    ...(name === first?.name ? [{ type: 'text' as const, text: '!' }] : []),
  ];
  const made = filled(block, null, say);
  return made === null || typeof made === 'string' ? block : made;
};

describe('a translation as XLIFF', () => {
  it('says nothing new where it is brought back as it left', () => {
    fc.assert(
      fc.property(lesson, (bodies) => {
        const { outcomes, bodies: after } = take(write(bodies), bodies);
        expect(outcomes.filter((outcome) => !outcome.endsWith(' same'))).toEqual([]);
        expect(after).toEqual(bodies);
      }),
    );
  });

  it('brings everything back where it was lost: the same words, marks and states, and the same file again', () => {
    fc.assert(
      fc.property(lesson, (bodies) => {
        const xml = write(bodies);
        const { bodies: again, outcomes } = take(xml, { en: bodies.en });
        expect(outcomes.filter((outcome) => outcome.includes('left'))).toEqual([]);
        expect([...statesOf(again)]).toEqual([...statesOf(bodies)]);
        expect(write(again)).toBe(xml);
      }),
    );
  });

  it('is what a translator can read', () => {
    const run = (text: string, ...marks: Inline['marks'] & object): Inline => ({ type: 'text', text, marks });
    const link = { type: 'link' as const, attrs: { href: 'https://example.org/?a=1&b=2' } };
    const en = {
      ...{ title: 'Calls', summary: '' },
      blocks: [
        {
          type: 'paragraph' as const,
          id: 'a1',
          content: [run('Call '), run('here', link, { type: 'strong' }), run('.\u0001')],
        },
      ],
    };
    expect(write({ en })).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="es">
  <file id="${item}" original="haven:course:${course}" canResegment="no" xml:space="preserve">
    <unit id="_title">
      <segment id="line" state="initial"><source>Calls</source></segment>
    </unit>
    <unit id="a1">
      <originalData><data id="d1">https://example.org/?a=1&#38;b=2</data></originalData>
      <segment id="line" state="initial"><source>Call <pc id="1" type="link" dataRefStart="d1"><pc id="2" type="fmt" subType="xlf:b">here</pc></pc>.<cp hex="0001"/></source></segment>
    </unit>
  </file>
</xliff>
`);
  });
});

describe('a file from a translator', () => {
  const en = (text: string) => ({
    ...{ title: 'Calls', summary: '' },
    blocks: [
      {
        type: 'list' as const,
        id: 'a1',
        ordered: false,
        items: text.split('/').map((one): Inline[] => [{ type: 'text', text: one }]),
      },
    ],
  });
  const unit = (inside: string, id = 'a1') => `<unit id="${id}">${inside}</unit>`;
  const segment = (id: string, source: string, target: string, state = 'translated') =>
    `<segment id="${id}" state="${state}"><source>${source}</source><target>${target}</target></segment>`;
  const file = (inside: string, original = course, head = '') =>
    `<?xml version="1.0"?>${head}<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en-US" trgLang="es-419"><file id="${item}" original="haven:course:${original}"><group id="g">${inside}</group></file></xliff>`;
  const both = segment('item1', 'Ask', 'Pida', 'final') + segment('item2', 'Call', 'Llame', 'reviewed');

  it('is taken with the state that its least finished line has', () => {
    const { bodies, outcomes } = take(file(unit(both)), { en: en('Ask/Call') });
    expect(outcomes).toEqual(['a1 new']);
    expect(statesOf(bodies).get('a1')).toBe('reviewed');
    const half = take(file(unit(both.replace('state="final"', 'state="translated"'))), { en: en('Ask/Call') });
    expect(statesOf(half.bodies).get('a1')).toBe('draft');
    // Marked as reviewed only, later.
    expect(take(file(unit(both)), half.bodies).outcomes).toEqual(['a1 reviewed']);
    expect(take(file(unit(both.replace('Pida', 'Ruegue'))), half.bodies).outcomes).toEqual(['a1 replaced']);
  });

  it.each([
    ['other words', 'Ask/Ring'],
    ['fewer lines', 'Ask'],
    ['more lines', 'Ask/Call/Write'],
  ])('is kept as out of date where the English has changed meanwhile: %s', (_, now) => {
    const { bodies, outcomes } = take(file(unit(both)), { en: en(now) });
    expect(outcomes).toEqual(['a1 outdated']);
    expect(statesOf(bodies).get('a1')).toBe('outdated');
    expect(bodies.es?.blocks.map(plain)[0]).toContain('Pida\nLlame');
  });

  it('gives marks back by their numbers, and forgets what is said about words', () => {
    const line = segment(
      'line',
      'Call <pc id="1" subType="xlf:b">now</pc>',
      '<mrk id="m" type="term">Llame</mrk> <pc id="1">ya</pc>',
    );
    const bold = { type: 'text' as const, text: 'now', marks: [{ type: 'strong' as const }] };
    const block: Block = { type: 'paragraph', id: 'a1', content: [{ type: 'text', text: 'Call ' }, bold] };
    const { bodies } = take(file(unit(line)), { en: { title: 'Calls', summary: '', blocks: [block] } });
    expect(bodies.es?.blocks).toEqual([
      {
        ...block,
        content: [
          { type: 'text', text: 'Llame ' },
          { ...bold, text: 'ya' },
        ],
      },
    ]);
  });

  it.each([
    ['a part that is gone', unit(segment('line', 'a', 'b'), 'gone'), 'gone left: part'],
    ['a mark that cannot stand here', unit(segment('item1', 'Ask', 'Pida <ph id="1"/>')), 'a1 left: mark'],
    ['a mark that nobody knows', unit(segment('item1', 'Ask', '<pc id="9">Pida</pc>')), 'a1 left: mark'],
    [
      'marks in a title',
      unit(segment('line', 'Calls', '<pc id="1" subType="xlf:b">L</pc>'), '_title'),
      '@title left: mark',
    ],
    [
      'a script as a link',
      unit(
        `<originalData><data id="d1">javascript:alert(1)</data></originalData>${segment('item1', 'Ask', '<pc id="1" dataRefStart="d1">Pida</pc>')}`,
      ),
      'a1 left: mark',
    ],
    ['a line that there is none of', unit(segment('item1-2', 'Ask', 'Pida')), 'a1 left: segment'],
    ['a line without a name', unit('<segment><source>Ask</source></segment>'), 'a1 left: segment'],
    ['a title that is too long', unit(segment('line', 'Calls', 'x'.repeat(201)), '_title'), '@title left: words'],
  ])('is left part by part: %s', (_, inside, outcome) => {
    const before = { en: en('Ask/Call') };
    const { bodies, outcomes } = take(file(inside), before);
    expect(outcomes).toEqual([outcome]);
    expect(bodies).toBe(before);
    // What stands beside it is taken.
    expect(take(file(inside + unit(both, inside.includes('"a1"') ? 'b2' : 'a1')), before).outcomes).toContain(outcome);
  });

  it('is taken once where a part stands in it twice', () => {
    const { outcomes } = take(file(unit(both) + unit(both)), { en: en('Ask/Call') });
    expect(outcomes).toEqual(['a1 left: twice', 'a1 new']);
  });

  const deep = '<group id="g">'.repeat(80) + '</group>'.repeat(80);
  it.each([
    ['no XML', 'Not XML', 'malformed'],
    ['cut off', file(unit(both)).slice(0, -20), 'malformed'],
    ['a document type', file(unit(both), course, '<!DOCTYPE xliff [<!ENTITY a "b">]>'), 'doctype'],
    ['an entity that is not there', file(unit(segment('item1', 'Ask', '&boom;'))), 'malformed'],
    ['nested without end', file(deep), 'too-deep'],
    ['another format', '<xliff version="1.2"/>', 'format'],
    ['another language', file(unit(both)).replace('es-419', 'fr'), 'languages'],
    ['another course', file(unit(both), item), 'course'],
    [
      'nothing',
      '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="es"/>',
      'format',
    ],
  ])('is refused whole: %s', (_, xml, message) => {
    const fields = [{ path: 'file', message }];
    expect(() => read(xml)).toThrow(expect.objectContaining({ code: 'bad-package', fields }) as Error);
  });
});
