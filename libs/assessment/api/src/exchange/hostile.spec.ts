import { giftCarries } from '@haven/assessment/contract';
import * as fc from 'fast-check';
import { writeGift } from './gift/write-gift';
import { writeItem } from './qti/write-item';
import { readFile } from './read-file';
import { eachType } from './testing/questions';

const read = (text: string) => readFile(Buffer.from(text), 'en');

describe('a hostile file', () => {
  const deep = (many: number) => `${'<a b="/>">'.repeat(many)}${'</a>'.repeat(many)}`;
  it.each([
    ['nothing', '', 'empty'],
    ['only spaces', ' \n\t\r\n', 'empty'],
    ['no text', '\0\0\0\u0001', 'format'],
    ['too large', 'x'.repeat(700_001), 'too-large'],
    ['XML that does not end', '<quiz>\n<question>', 'malformed'],
    ['an entity that holds itself', '<!DOCTYPE quiz [<!ENTITY a "&a;&a;">]><quiz>&a;</quiz>', 'malformed'],
    ['a document type', '<!DOCTYPE quiz SYSTEM "file:///etc/passwd"><quiz/>', 'doctype'],
    ['elements in elements', deep(20_000), 'too-deep'],
    ['a table that does not end', 'question,answer\n"a', 'malformed'],
  ])('%s takes nothing and says why', (_, text, reason) =>
    expect(read(text)).toMatchObject({ taken: [], left: [{ reason }] }),
  );

  it('takes no more than 500 questions', () => {
    const { taken, left } = read('Yes? {T}\n\n'.repeat(700));
    expect(taken).toHaveLength(500);
    expect(left).toMatchObject([{ line: 1001, reason: 'too-many' }]);
  });

  // Whoever reads these in more than a straight line does not come to an end within the time of a test.
  it.each([
    '<',
    '<p ',
    '<p a="',
    '<!--',
    '&',
    '&#',
    '{',
    '}',
    '\\',
    '=',
    '~',
    '#',
    '{=',
    '::',
    '[[1]]',
    '{1:SA:',
    ' ',
    '\t',
    '%1%',
    '""',
    '",',
    '->',
    '|',
    '[a]',
    '𝒳',
    '<p>\n',
  ])('of nothing but %j is read to its end', (evil) => {
    const many = evil.repeat(Math.floor(150_000 / Buffer.byteLength(evil)));
    const cdata = `<![CDATA[${many}]]>`;
    for (const text of [
      many,
      `Q ${many} {=a ~b}`,
      `Q {${many}}`,
      `question,answer\n${many}`,
      `<quiz><question type="cloze"><questiontext><text>${cdata}</text></questiontext></question></quiz>`,
      `<quiz><question type="gapselect"><questiontext><text>${cdata}</text></questiontext></question></quiz>`,
      `<assessmentItem><itemBody><p>${cdata}</p><extendedTextInteraction/></itemBody></assessmentItem>`,
      `<quiz>${many}</quiz>`,
    ])
      expect(() => read(text)).not.toThrow();
  });

  it('of random bytes, or of pieces of real files, gives a report and nothing else', () => {
    const piece = fc.constantFrom(
      ...'{ } = ~ # :: -> \n \r\n <quiz> </quiz> <question type="cloze"> </question> <questiontext> <text> </text> <![CDATA[ ]]> {1:MC: %50% T F [html] question, " ; <qti-assessment-item> <qti-item-body> <qti-choice-interaction/> </qti-item-body> </qti-assessment-item> &amp; &#0; \uFEFF \uD800 [a] [[1]]'.split(
        ' ',
      ),
      '\n\n',
      'a',
    );
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 40 }).map((all) => Buffer.from(all.join(''))),
    );
    fc.assert(
      fc.property(bytes, fc.constantFrom('en' as const, 'es' as const), (given, lang) => {
        const { taken, left } = readFile(given, lang);
        expect(taken.length + left.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(eachType)(
    'made of a good one with %s by cutting it off or exchanging a letter gives a report',
    (_, question) =>
      fc.assert(
        fc.property(
          question,
          fc.nat(),
          fc.nat(),
          fc.constantFrom('', '<', '}', '"', '\0', '&'),
          (content, at, kind, put) => {
            const picture = { address: 'data:image/png;base64,AAAA', width: 1000, height: 1000 };
            const whole =
              kind % 2 && giftCarries(content) ? writeGift([content], 'en') : writeItem(content, 'en', 'q', picture);
            const cut = at % whole.length;
            expect(() =>
              read(put ? whole.slice(0, cut) + put + whole.slice(cut + 1) : whole.slice(0, cut)),
            ).not.toThrow();
          },
        ),
      ),
  );
});
