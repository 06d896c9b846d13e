import { qtiCarries, type QuestionContent } from '@haven/assessment/contract';
import * as fc from 'fast-check';
import { bare, eachType } from '../testing/questions';
import { readPackage } from './read-package';
import { writePackage } from './write-package';
import { zipped } from './zip';

const measure = () => Promise.resolve({ width: 1000, height: 1000 });
const draw = (bytes: Buffer) => Promise.resolve(`data:image/png;base64,${bytes.toString('base64')}`);
const read = (bytes: Buffer) => readPackage(bytes, 'en', draw);

const item = (prompt: string) =>
  `<assessmentItem identifier="q"><responseDeclaration identifier="R" cardinality="single" baseType="identifier"><correctResponse><value>A</value></correctResponse></responseDeclaration>` +
  `<itemBody><choiceInteraction responseIdentifier="R" maxChoices="1"><prompt>${prompt}</prompt><simpleChoice identifier="A">One</simpleChoice><simpleChoice identifier="B">Two</simpleChoice></choiceInteraction></itemBody></assessmentItem>`;
const manifest = (...hrefs: string[]) =>
  `<manifest>\n<resources>\n${hrefs.map((href) => `<resource type="imsqti_item_xmlv2p1" href="${href}"/>`).join('\n')}\n</resources></manifest>`;

describe('a package of QTI', () => {
  it.each(eachType)('brings back %s as it was written, and is the same bytes each time', (_, question) =>
    fc.assert(
      fc.asyncProperty(fc.array(question, { minLength: 1, maxLength: 3 }), async (all) => {
        const bytes = await writePackage(all, 'en', measure);
        expect(await writePackage(all, 'en', measure)).toEqual(bytes);
        const { taken, left } = await read(bytes);
        expect(left).toEqual([]);
        expect(taken.map(({ content }) => bare(content))).toEqual(all.filter(qtiCarries).map(bare));
      }),
      { numRuns: 30 },
    ),
  );

  it('names in its manifest what it cannot carry', async () => {
    const content: QuestionContent = {
      kind: 'short-text',
      prompt: { en: 'Who?' },
      explanation: { en: 'So.' },
      evidence: null,
      ...{ accepted: [{ en: 'José' }], matchCase: false, matchAccents: true },
    };
    const bytes = await writePackage([content], 'en', measure);
    expect(await read(bytes)).toMatchObject({ taken: [], left: [{ reason: 'empty' }] });
  });

  it('is read from the folder that its manifest stands in, item by item in its order', async () => {
    const { taken, left } = await read(
      await zipped([
        ['quiz/imsmanifest.xml', manifest('b/2.xml', 'b/../a%20b.xml', './b/2.xml')],
        ['quiz/a b.xml', item('First?')],
        ['quiz/b/2.xml', item('Second?')],
      ]),
    );
    expect(left).toEqual([]);
    expect(taken.map(({ file, line, content }) => [file, line, content.prompt.en])).toEqual([
      ['quiz/b/2.xml', 1, 'Second?'],
      ['quiz/a b.xml', 1, 'First?'],
    ]);
  });

  it('says of each file why it is left, and takes the others', async () => {
    const { taken, left } = await read(
      await zipped([
        ['imsmanifest.xml', manifest('no.xml', '../../etc/passwd', 'file:///etc/passwd', 'broken.xml', 'good.xml')],
        ['broken.xml', '<assessmentItem>\n<itemBody>'],
        ['good.xml', item('Good?')],
      ]),
    );
    expect(taken.map(({ file }) => file)).toEqual(['good.xml']);
    expect(left).toMatchObject([
      { file: 'imsmanifest.xml', line: 3, reason: 'file', what: 'no.xml' },
      { file: 'imsmanifest.xml', line: 4, reason: 'file' },
      { file: 'imsmanifest.xml', line: 5, reason: 'file' },
      { file: 'broken.xml', line: 2, reason: 'malformed' },
    ]);
  });

  it.each<[string, () => Promise<Buffer>, string]>([
    ['without a manifest', () => zipped([['a.xml', item('A?')]]), 'manifest'],
    ['that is cut off', async () => (await zipped([['imsmanifest.xml', manifest('a.xml')]])).subarray(0, -30), 'zip'],
    ['whose manifest is not well formed', () => zipped([['imsmanifest.xml', '<manifest>']]), 'malformed'],
    ['whose manifest lists nothing', () => zipped([['imsmanifest.xml', manifest()]]), 'empty'],
    ['of too many files', () => zipped(Array.from({ length: 2001 }, (_, at) => [`${at}`, ''] as const)), 'too-many'],
    [
      'whose manifest unpacks to more than a file may be',
      () => zipped([['imsmanifest.xml', ' '.repeat(800_000)]]),
      'too-large',
    ],
  ])('%s takes nothing and says why', async (_, make, reason) =>
    expect(await read(await make())).toMatchObject({ taken: [], left: [{ reason }] }),
  );

  it('unpacks no more than eight million bytes, whatever its files are called', async () => {
    const names = Array.from({ length: 20 }, (_, at) => `${at}.xml`);
    const { taken, left } = await read(
      await zipped([
        ['imsmanifest.xml', manifest(...names)],
        ...names.map((name) => [name, item('A?') + ' '.repeat(650_000)] as const),
      ]),
    );
    expect(taken).toHaveLength(12);
    expect(left.map(({ reason }) => reason)).toEqual(Array(8).fill('too-large'));
  });

  it('that lies about the size of a file has that file left', async () => {
    const bytes = await zipped([
      ['imsmanifest.xml', manifest('a.xml', 'b.xml')],
      ['a.xml', item('A?') + ' '.repeat(600_000)],
      ['b.xml', item('B?')],
    ]);
    // The size stands in the directory at the end, 24 bytes after the sign of the entry.
    const entry = bytes.indexOf('a.xml', bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))) - 46;
    bytes.writeUInt32LE(1000, entry + 24);
    const { taken, left } = await read(bytes);
    expect(taken.map(({ file }) => file)).toEqual(['b.xml']);
    expect(left).toMatchObject([{ file: 'a.xml', reason: 'zip' }]);
  });

  it.each(['../evil.xml', '/etc/evil.xml', 'C:/evil.xml'])('with a file called %s is refused', async (name) => {
    const safe = 'x'.repeat(name.length);
    const bytes = await zipped([
      ['imsmanifest.xml', manifest(name)],
      [safe, item('A?')],
    ]);
    const evil = Buffer.from(bytes.toString('latin1').replaceAll(safe, name), 'latin1');
    expect(await read(evil)).toMatchObject({ taken: [], left: [{ reason: 'zip' }] });
  });

  it('cut off or with a byte exchanged gives a report', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(255), fc.boolean(), async (at, byte, cut) => {
        const whole = await zipped([
          ['imsmanifest.xml', manifest('a.xml')],
          ['a.xml', item('A?')],
        ]);
        const place = at % whole.length;
        if (cut) return void (await read(whole.subarray(0, place)));
        whole[place] = byte;
        const { taken, left } = await read(whole);
        expect(taken.length + left.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    ));
});
