import { Steps } from './testing/steps';

const evils = [
  ...['<', '<p ', '<p a="', '<!--', '<img alt="', '&', '&#', '{', '}', '\\', '=', '~', '#', '####', '{=', '::', '->'],
  ...[
    '[[1]]',
    '{1:SA:',
    '{1:MC:=a}',
    ' ',
    '\t',
    '%1%',
    '""',
    '",',
    '|',
    '[a]',
    '𝒳',
    '<p>\n',
    'Q {T}\n\n',
    '$CATEGORY:a\n',
  ],
];
/** Where they stand: by themselves, and within each part of each format that holds a text. */
const frames: ((evil: string) => string)[] = [
  (evil) => evil,
  (evil) => `Q ${evil} {=a ~b}`,
  (evil) => `Q {${evil}}`,
  (evil) => `question,answer\n${evil}`,
  (evil) =>
    `<quiz><question type="cloze"><questiontext><text><![CDATA[${evil}]]></text></questiontext></question></quiz>`,
  (evil) =>
    `<quiz><question type="gapselect"><questiontext><text><![CDATA[${evil}]]></text></questiontext></question></quiz>`,
  (evil) =>
    `<quiz><question type="multichoice"><questiontext><text>Q</text></questiontext><answer fraction="100"><text><![CDATA[${evil}]]></text></answer></question></quiz>`,
  (evil) =>
    `<assessmentItem><itemBody><p><![CDATA[${evil}]]></p><extendedTextInteraction/></itemBody></assessmentItem>`,
  (evil) => `<quiz>${evil}</quiz>`,
];

describe('the steps that a hostile text takes', () => {
  const steps = new Steps(['/exchange/', '/parse-xml/', '/csv-parse/']);
  let reading: (text: string) => Promise<number>;
  beforeAll(async () => {
    await steps.begin();
    const { readFile } = await import('./read-file');
    reading = (text) => steps.of(() => readFile(Buffer.from(text), 'en'));
  });
  afterAll(() => steps.end());

  it.each(evils)('of nothing but %j grow no faster than it does', async (evil) => {
    const many = Math.floor(6000 / evil.length);
    for (const frame of frames) {
      const [once, twice] = [await reading(frame(evil.repeat(many))), await reading(frame(evil.repeat(2 * many)))];
      // Twice the text takes twice the steps. In a square it would be four times as many.
      expect(twice).toBeLessThan(2.2 * once);
      expect(twice).toBeLessThan(40 * Buffer.byteLength(frame(evil.repeat(2 * many))));
    }
  });
});
