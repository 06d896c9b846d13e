import { readFileSync } from 'node:fs';
import { parseVtt, VttError } from './parse-vtt';

const demo = 'tools/seed/courses/sanctuary-in-cities/recordings/creating-sanctuary-policies';

describe('Reading stored WebVTT', () => {
  it('gives the cues as the transcript shows them', () => {
    const source =
      'WEBVTT\n\n00:01.000 --> 00:02.500 align:start\n<v Ana María>Law &amp; <i>order</i>\nsecond line\n\n101:00:00.000 --> 101:00:01.000\nlate';
    expect(parseVtt(source)).toEqual([
      { from: 1, to: 2.5, speaker: 'Ana María', text: 'Law & order\nsecond line' },
      { from: 363600, to: 363601, speaker: null, text: 'late' },
    ]);
  });

  it.each([
    ['SRT', '1\n00:00:01,000 --> 00:00:02,000\nx', 1],
    ['a header that is not in the first line', '\nWEBVTT\n', 1],
    ['a bad time', 'WEBVTT\n\n00:01 --> 00:02.000\nx', 3],
    ['a time that players refuse', 'WEBVTT\n\n00:01,000 --> 00:02,000\nx', 3],
    ['text without a time', 'WEBVTT\n\n00:01.000 --> 00:02.000\nx\n\nhello', 6],
    ['a cue that ends before it starts', 'WEBVTT\n\n00:02.000 --> 00:01.000\nx', 3],
  ])('names the line of %s', (_, source, line) => {
    expect(() => parseVtt(source)).toThrow(expect.objectContaining({ line }) as VttError);
  });

  it('reads the demo captions, the same times in both languages', () => {
    const [en, es] = ['en', 'es'].map((locale) => parseVtt(readFileSync(`${demo}/captions.${locale}.vtt`, 'utf8')));
    expect(en).toHaveLength(62);
    expect(es?.map(({ from, to }) => [from, to])).toEqual(en?.map(({ from, to }) => [from, to]));
  });
});
