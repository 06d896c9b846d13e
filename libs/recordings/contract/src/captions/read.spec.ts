import { cuesOf } from './document';
import { readCaptions } from './read';
import { type LintOptions } from './lint';

const problems = (source: string, options?: LintOptions) =>
  readCaptions(source, options).problems.map(({ line, code }) => `${line} ${code}`);
const spoken = (source: string) =>
  cuesOf(readCaptions(source).document).map(({ speaker, text }) => [speaker, text] as const);
const file = (...texts: string[]) =>
  `WEBVTT\n${texts.map((text, at) => `\n${at + 1}\n00:0${at}.000 --> 00:0${at}.900\n${text}\n`).join('')}`;

describe('Reading WebVTT', () => {
  it('keeps the header, notes, styles, regions, identifiers and settings', () => {
    const source = [
      '\uFEFFWEBVTT - demo',
      'Kind: captions',
      '',
      'NOTE a remark',
      'over two lines',
      '',
      'STYLE',
      '::cue { color: red }',
      '',
      'REGION',
      'id:fred',
      '',
      'first',
      '00:01.000 --> 00:02.500  align:start  line:0',
      '<v.loud Ana &amp; María>Law &amp; order',
      'second line',
      '',
      '101:00:00.000 --> 101:00:01.000',
      'late',
    ];
    for (const end of ['\n', '\r\n', '\r']) {
      expect(readCaptions(source.join(end))).toEqual({
        format: 'webvtt',
        problems: [],
        document: {
          header: '- demo\nKind: captions',
          blocks: [
            { kind: 'note', text: 'a remark\nover two lines' },
            { kind: 'style', text: '::cue { color: red }' },
            { kind: 'region', text: 'id:fred' },
            {
              kind: 'cue',
              cue: {
                ...{ id: 'first', from: 1000, to: 2500, settings: 'align:start line:0' },
                ...{ speaker: 'Ana & María', text: 'Law & order\nsecond line' },
              },
            },
            {
              kind: 'cue',
              cue: { id: '', from: 363_600_000, to: 363_601_000, speaker: null, text: 'late', settings: '' },
            },
          ],
        },
      });
    }
  });

  it('finds the cues where blank lines are missing', () => {
    const source =
      'WEBVTT\n1\n00:01.000 --> 00:02.000\none\n2\n00:02.000 --> 00:03.000\n1984\n\n00:04.000 --> 00:05.000\nx';
    const { document, problems } = readCaptions(source);
    expect(cuesOf(document).map(({ id, text }) => [id, text])).toEqual([
      ['1', 'one'],
      ['2', '1984'],
      ['', 'x'],
    ]);
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [2, 'no-blank-line'],
      [5, 'no-blank-line'],
    ]);
  });

  it('takes a number for text where cues have no numbers', () => {
    const source = 'WEBVTT\n\n00:01.000 --> 00:02.000\nIt was\n1984\n00:02.000 --> 00:03.000\nx';
    expect(spoken(source)).toEqual([
      [null, 'It was\n1984'],
      [null, 'x'],
    ]);
  });

  it('decodes entities once, and takes a sign for a sign', () => {
    expect(spoken(file('&lt;i&gt; &amp;amp; &#241;&#xF1; &ntilde; &#0; &#xD800; &zzz; 2 < 3 <3 <i>so</i>'))).toEqual([
      [null, '<i> &amp; ññ ñ \uFFFD \uFFFD &zzz; 2 < 3 <3 so'],
    ]);
  });

  it('names the further voices of a cue in its text', () => {
    const source = file('<v Ann>Yes?</v>\n<v Ben>No.</v> <v Ben>Never.</v>');
    expect(spoken(source)).toEqual([['Ann', 'Yes?\nBen: No. Never.']]);
    expect(problems(source)).toEqual(['4 several-speakers', '4 too-fast']);
  });

  it.each([
    ['a time without a fraction', 'WEBVTT\n\n00:01 --> 00:02.000\nx', ['1 no-cues', '3 bad-time']],
    ['60 seconds', 'WEBVTT\n\n00:01.000 --> 00:60.000\nx', ['1 no-cues', '3 bad-time']],
    ['a comma', 'WEBVTT\n\n00:01,000 --> 00:02,000\nx', ['3 loose-time']],
    ['text without a time', 'WEBVTT\n\nhello\nthere\n\n00:01.000 --> 00:02.000\nx', ['3 stray-text']],
    ['an end before the start', 'WEBVTT\n\n00:02.000 --> 00:01.000\nx', ['3 ends-before-start']],
    ['blank lines first', '\n\nWEBVTT\n\n00:01.000 --> 00:02.000\nx', ['3 late-header']],
    ['nothing in it', 'WEBVTT', ['1 no-cues']],
    ['italics', 'WEBVTT\n\n00:01.000 --> 00:02.000\n<i>x</i>', ['3 formatting-dropped']],
    ['an empty cue', 'WEBVTT\n\n00:01.000 --> 00:02.000\n\n', ['3 empty']],
    [
      'cues that overlap and are out of order',
      'WEBVTT\n\n00:05.000 --> 00:07.000\nx\n\n00:06.000 --> 00:08.000\ny\n\n00:01.000 --> 00:02.000\nz',
      ['6 overlap', '9 out-of-order'],
    ],
  ])('tells the line of %s', (_, source, found) => {
    expect(problems(source)).toEqual(found);
  });

  it('tells of at most a hundred of a kind', () => {
    expect(problems(`WEBVTT${'\n\nhello'.repeat(1000)}`)).toHaveLength(101);
  });
});

describe('Reading SRT', () => {
  it('reads comma times, numbers and tags, with or without blank lines', () => {
    const source =
      '\uFEFF1\r\n00:00:01,000 --> 00:00:02,500 X1:1\r\n{\\an8}<font color="#fff">Hello</font> <b>you</b>\r\n\r\n2\r\n00:00:03,5 --> 0:00:04,000\r\nR&amp;D<br>A & B\r\n3\r\n00:00:05,000 --> 00:00:06,000\r\nend';
    const { format, document, problems } = readCaptions(source);
    expect(format).toBe('srt');
    expect(cuesOf(document)).toEqual([
      { id: '1', from: 1000, to: 2500, speaker: null, text: 'Hello you', settings: '' },
      { id: '2', from: 3500, to: 4000, speaker: null, text: 'R&D\nA & B', settings: '' },
      { id: '3', from: 5000, to: 6000, speaker: null, text: 'end', settings: '' },
    ]);
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [2, 'formatting-dropped'],
      [6, 'formatting-dropped'],
      [8, 'no-blank-line'],
    ]);
  });
});

describe('Reading what Zoom writes', () => {
  it('takes the names in its transcript as speakers', () => {
    expect(spoken(file('Ana M. Ruiz: Welcome.', 'Ben (he/him): Thanks: really.', 'so on', 'Zoë: Hi.'))).toEqual([
      ['Ana M. Ruiz', 'Welcome.'],
      ['Ben (he/him)', 'Thanks: really.'],
      [null, 'so on'],
      ['Zoë', 'Hi.'],
    ]);
  });

  it('takes a name that begins two cues in a file of another kind', () => {
    const found = spoken(file('Ann: Hi.', 'a', 'b', 'c', 'Ann: Bye.', 'Once: only.'));
    expect(found.map(([speaker]) => speaker)).toEqual(['Ann', null, null, null, 'Ann', null]);
  });

  it.each([
    ['notes', ['Note: this.', 'Note: that.']],
    ['times', ['12:30: lunch', '12:30: lunch again', 'a', 'b', 'c']],
    ['addresses', ['https://haven.test', 'https://haven.test']],
    ['a single cue', ['Closed: today.']],
    ['colons in a file with voices', ['<v Ann>hello', 'Remarkable: so.', 'Remarkable: yes.']],
    ['a colon without words', ['First:\nthis', 'First:\nthat']],
  ])('takes no name from %s', (_, texts) => {
    expect(spoken(file(...texts)).filter(([speaker]) => speaker !== null && speaker !== 'Ann')).toEqual([]);
  });

  it.each([
    '00:01:02\tAna:\tHello all\n00:01:09\tBen:\tHi\n',
    '\uFEFF13:01:02 From Ana Ruiz to Everyone:\r\n\tHello all\r\n',
    '13:01:02\t From  Ana : Hello all\n',
  ])('refuses its chat: %j', (source) => {
    expect(problems(source)).toEqual(['1 zoom-chat']);
  });

  it.each(['', ' \n ', 'hello', '{"a": 1}', 'WEBVTTX\n\nhello', '00:01:02 we left\n'])(
    'refuses what is no captions: %j',
    (source) => {
      expect(readCaptions(source)).toMatchObject({ format: null, document: { blocks: [] } });
      expect(readCaptions(source).problems).toMatchObject([{ code: 'not-captions', severity: 'error' }]);
    },
  );
});

describe('Reading a hostile file', () => {
  const pieces = [
    '<',
    '<v ',
    '</',
    '&',
    '&#',
    ':',
    ' ',
    '\t',
    '-',
    '-->',
    '{\\',
    '\n',
    '\r',
    'a:',
    'Ann: ',
    '1\n',
    '0',
    '. ',
  ];
  const starts = [
    '',
    'WEBVTT',
    'WEBVTT\n\n',
    'WEBVTT\n\n00:01.000 --> 00:02.000\n',
    '1\n00:00:01,000 --> 00:00:02,000\n',
  ];

  // Quadratic in a megabyte would be hours: the runner's limit is the bound, no clock is read.
  it.each(pieces)('ends for a megabyte of %j', (piece) => {
    const many = piece.repeat(1_000_000 / piece.length);
    for (const start of starts) expect(readCaptions(start + many).problems.length).toBeLessThan(2000);
  });

  it('ends for five megabytes of what is nearly a cue', () => {
    for (const piece of ['1\n00:00 --> \n', '00:01.000 --> 00:02.000\n', 'NOTE\n\n', 'x: y\n\n'])
      expect(readCaptions(`WEBVTT\n\n${piece.repeat(5_000_000 / piece.length)}`).problems.length).toBeLessThan(2000);
  });
});
