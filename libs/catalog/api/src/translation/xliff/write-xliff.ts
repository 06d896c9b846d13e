import { linesOf, type PartText, stepsOf, type TranslationState, writableLines } from '@haven/catalog/contract';
import { type Inline, type Mark } from '@haven/shared/contract';
import { type Part } from '../part';
import { type Section } from '../sections';
import { FROM, originalOf, toUnitId, XLIFF } from './xliff-file';

/** What a part that is out of date is called there: work to be done. */
const states: Record<TranslationState, string> = {
  ...{ missing: 'initial', draft: 'translated', reviewed: 'reviewed', outdated: 'initial' },
};

/** What XML can hold as it stands; a line's end by itself is read as another one. */
const impossible = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const escaped = (text: string) =>
  text
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(impossible, (sign) =>
      sign === '\r' ? '&#13;' : `<cp hex="${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}"/>`,
    );

/** The translation of a course as XLIFF 2.1 (OASIS Standard, 2018): a file for each section, a unit for each part, a segment for each line. */
export function writeXliff(
  course: string,
  sections: readonly Section[],
  earlier: (item: string, key: string) => string | null,
): string {
  const files = sections
    .filter(({ parts }) => parts.length > 0)
    .map(
      ({ item, parts }) =>
        `  <file id="${item}" original="${originalOf(course)}" canResegment="no" xml:space="preserve">\n` +
        `${parts.map((part) => unitOf(part, earlier(item, part.key))).join('')}  </file>\n`,
    );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<xliff xmlns="${XLIFF}" version="2.1" srcLang="en" trgLang="es">\n${files.join('')}</xliff>\n`
  );
}

function unitOf(part: Part, before: string | null): string {
  const { key, source, text, state, from } = part;
  const links: string[] = [];
  const said = (of: PartText | null, name: string) =>
    of === null ? [] : (linesOf(of).find((line) => line.name === name)?.runs ?? []);
  const sub = state === 'outdated' ? ` subState="${FROM}${from || 'unknown'}"` : '';
  const next = counter();
  const segments = writableLines(source, text).flatMap(({ name }) => {
    const [english, spanish] = [said(source, name), said(text, name)];
    if (english.length === 0 && spanish.length === 0) return [];
    const marks = numbered(english, [], next);
    const inSource = inline(english, marks, links);
    const target = text === null ? '' : `<target>${inline(spanish, numbered(spanish, marks, next), links)}</target>`;
    return `      <segment id="${name}" state="${states[state]}"${sub}><source>${inSource}</source>${target}</segment>\n`;
  });
  const notes = before === null ? '' : `      <notes><note category="english-before">${noted(before)}</note></notes>\n`;
  const data = links.map((href, at) => `<data id="d${at + 1}">${escaped(href)}</data>`).join('');
  return (
    `    <unit id="${toUnitId(key)}">\n${notes}` +
    `${data && `      <originalData>${data}</originalData>\n`}${segments.join('')}    </unit>\n`
  );
}

/** A note is for people: what XML cannot hold is left out of it. */
const noted = (text: string) => escaped(text.replace(impossible, ''));

interface NumberedMark {
  readonly id: number;
  readonly mark: Mark;
}

function counter(): () => number {
  let n = 0;
  return () => ++n;
}

/** The marks of a line in their order. One of the translation has the number of the same one in the English, where that has one left. */
function numbered(runs: readonly Inline[], english: readonly NumberedMark[], next: () => number): NumberedMark[] {
  const free = [...english];
  return stepsOf(runs).flatMap((step) => {
    if (!('open' in step)) return [];
    const at = free.findIndex(({ mark }) => JSON.stringify(mark) === JSON.stringify(step.open));
    const [same] = at < 0 ? [] : free.splice(at, 1);
    return [{ id: same?.id ?? next(), mark: step.open }];
  });
}

function inline(runs: readonly Inline[], marks: readonly NumberedMark[], links: string[]): string {
  let at = 0;
  return stepsOf(runs)
    .map((step) => {
      if ('text' in step) return escaped(step.text);
      return 'close' in step ? '</pc>' : `<pc id="${marks[at++]?.id}"${kindOf(step.open, links)}>`;
    })
    .join('');
}

function kindOf(mark: Mark, links: string[]): string {
  if (mark.type !== 'link') return ` type="fmt" subType="xlf:${mark.type === 'strong' ? 'b' : 'i'}"`;
  const { href } = mark.attrs;
  if (!links.includes(href)) links.push(href);
  return ` type="link" dataRefStart="d${links.indexOf(href) + 1}"`;
}
