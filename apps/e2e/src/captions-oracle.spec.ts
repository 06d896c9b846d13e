import { type CaptionCue, cuesOf, documentOf, readCaptions, tidyText, writeVtt } from '@haven/recordings/contract';
import { expect, type Page, test } from '@playwright/test';

/** A cue as the browser has it. Positions as numbers, or `auto`. */
interface BrowserCue {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly speaker: string | null;
  readonly text: string;
  readonly settings: string;
}

/** A host that does not exist: the test itself answers for it, so no policy of Haven is in the way and nothing leaves the machine. */
const host = 'http://captions.test';

/** Mulberry32: the same files in every run. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const words = [
  ...'law|Ann:|Ann: hi|&|&amp;|&lt;|<|>|-->|<v Ben>|</v>|<i>|2 < 3|NOTE|STYLE|{\\an8}|1|00:01.000'.split('|'),
  ...'ñandú|“quoted”|👩🏽‍🏫|شكرا|\u200F|\u202E|\u00A0|—|\n|\n|\t'.split('|'),
];
const settings = [
  '',
  '',
  'align:start',
  'align:end line:0',
  'position:10% size:35%',
  'line:-2 vertical:rl',
  'line:20%',
];
const kinds = ['note', 'style', 'region'] as const;

/** A document of up to twelve cues, with notes and the like between them. */
function file(seed: number): string {
  const next = random(seed);
  const pick = <T>(of: readonly T[]): T => of[next(of.length)] as T;
  const text = (most: number): string =>
    Array.from({ length: next(most + 1) }, () => pick(words)).join(pick([' ', '']));
  const cue = (): CaptionCue => {
    const from = next(pick([5_000, 4_000_000, 3_000_000_000]));
    const speaker = pick([null, null, text(3)]);
    // Chromium takes an identifier STYLE for a style sheet, against section 6.1, and loses it.
    const id = text(2).replaceAll('STYLE', 'id');
    return { id, from, to: from + 1 + next(9_000), speaker, text: text(10), settings: pick(settings) };
  };
  const { blocks } = documentOf(Array.from({ length: next(13) }, cue));
  const mixed = blocks.flatMap((block) => (next(4) === 0 ? [{ kind: pick(kinds), text: text(6) }, block] : [block]));
  return writeVtt({ header: text(3), blocks: mixed });
}

const odd = [
  'WEBVTT',
  '\uFEFFWEBVTT header\r\n\r\nid\r\n00:01.000 --> 00:02.000\r\nx\r\n',
  'WEBVTT\r\r00:01.000 --> 00:02.000\rone\r\r00:02.000 --> 00:03.000\rtwo\r',
  'WEBVTT\n\n00:01.000-->00:02.000 align:start\nno blanks\n\n1:00:00.000 --> 123:00:00.000\none digit, three digits',
  'WEBVTT\n\n00:01.000 --> 00:02.000\none\n00:03.000 --> 00:04.000\nno blank line',
  'WEBVTT\n\nNOTE x\n\nNOTE\ny\n\nNOTE as id\n00:01.000 --> 00:02.000\nx',
  'WEBVTT\n\nstray\ntext\n\n00:01.000 --> 00:02.000\nx\n\nmore\nstray\n00:03.000 --> 00:04.000\ny',
  'WEBVTT\n\n00:01 --> 00:02.000\nbad\n\n00:01.0000 --> 00:02.000\nbad\n\n00:61.000 --> 01:02.000\nbad\n\n00:05.000 --> 00:06.000\ngood',
  'WEBVTT\n\n00:05.000 --> 00:06.000\nlater\n\n00:01.000 --> 00:09.000\nlong\n\n00:01.000 --> 00:02.000\nshort',
  'WEBVTT\n\n00:01.000 --> 00:02.000\n\n00:02.000 --> 00:03.000\nafter an empty one',
  'WEBVTT\n\n00:01.000 --> 00:02.000\n<v.loud.x  Ana   &amp; María >Law &amp; <b>order</b>&nbsp;&rlm;&eacute;&#241;&#x1F44D;</v>',
  'WEBVTT\n\n00:01.000 --> 00:02.000\n<c.yellow>a</c> <00:01.500>b <ruby>c<rt>d</rt></ruby> <lang es>e</lang> <odd>f</odd> <>g </>h',
  'WEBVTT\n\n00:01.000 --> 00:02.000\n& &; &zzz; &amp;amp; a&b',
  'WEBVTT\nKind: captions\nLanguage: en\n\n00:01.000 --> 00:02.000\nwith header lines',
  'WEBVTT\n\n00:01.000 --> 00:02.000\nU+0000: \0, U+2028: \u2028, form feed: \f.',
];

const files = [...Array.from({ length: 400 }, (_, seed) => file(seed + 1)), ...odd];

test('every caption file has the cues that the browser finds in it', async ({ page }) => {
  await page.route(`${host}/**`, (route) => {
    const number = new URL(route.request().url()).pathname.slice(1);
    return number === ''
      ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Captions</title>' })
      : route.fulfill({ contentType: 'text/vtt', body: files[Number(number)] ?? '' });
  });
  await page.goto(`${host}/`);
  let compared = 0;
  for (const [number, source] of files.entries()) {
    const found = await load(page, `${host}/${number}`);
    const expected = inTrackOrder(cuesOf(readCaptions(source).document)).map(seen);
    expect(found.map(tidied), source).toEqual(expected);
    compared += expected.length;
  }
  // Files without cues would agree on anything.
  expect(compared).toBeGreaterThan(2000);
});

/** Loads one file by a `<track>`, and tells its cues. */
function load(page: Page, url: string): Promise<BrowserCue[]> {
  return page.evaluate(async (src) => {
    const video = document.body.appendChild(document.createElement('video'));
    const track = video.appendChild(document.createElement('track'));
    const loaded = new Promise((resolve, reject) => {
      track.addEventListener('load', resolve);
      track.addEventListener('error', () => reject(new Error(`${src} was refused`)));
    });
    track.src = src;
    track.track.mode = 'hidden';
    await loaded;
    const cues = [...(track.track.cues ?? [])] as VTTCue[];
    video.remove();
    return cues.map((cue) => {
      const content = cue.getCueAsHTML();
      const { align, line, position, size, snapToLines, vertical } = cue;
      return {
        id: cue.id,
        from: cue.startTime,
        to: cue.endTime,
        speaker: content.querySelector('span[title]')?.getAttribute('title') ?? null,
        text: content.textContent,
        settings: JSON.stringify({ align, line, position, size, snapToLines, vertical }),
      };
    });
  }, url);
}

/** The order of a text track: by start, and of those that start together the longest first. */
function inTrackOrder(cues: readonly CaptionCue[]): CaptionCue[] {
  return cues.toSorted((a, b) => a.from - b.from || b.to - a.to);
}

/** Our cue in the browser's terms. */
function seen({ id, from, to, speaker, text, settings }: CaptionCue): BrowserCue {
  return { id, from: from / 1000, to: to / 1000, speaker, text, settings: JSON.stringify(positioned(settings)) };
}

/** The browser's cue as a document has it: without blank lines, and with the blanks in a name as section 6.4 has them. */
function tidied({ speaker, text, ...cue }: BrowserCue): BrowserCue {
  return { ...cue, speaker: speaker?.replace(/\s+/g, ' ').trim() || null, text: tidyText(text) };
}

/** What the settings say, by the names and initial values of `VTTCue`. */
function positioned(settings: string): object {
  const of = (name: string): string | undefined => new RegExp(`(?:^| )${name}:([^ ]+)`).exec(settings)?.[1];
  const number = (name: string): number | undefined =>
    of(name) === undefined ? undefined : parseFloat(of(name) ?? '');
  return {
    align: of('align') ?? 'center',
    line: number('line') ?? 'auto',
    position: number('position') ?? 'auto',
    size: number('size') ?? 100,
    snapToLines: !of('line')?.endsWith('%'),
    vertical: of('vertical') ?? '',
  };
}
