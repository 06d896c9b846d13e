import { childrenOf, decode, type Element, isElement, readXml, textIn, Unreadable } from '@haven/assessment/api';
import { type RunStep, runsFrom, type TranslationState } from '@haven/catalog/contract';
import { Href, type Inline, type Mark } from '@haven/shared/contract';
import { Refusal } from '@haven/shared/api';
import {
  FROM,
  fromUnitId,
  originalOf,
  type XliffFault,
  type XliffLine,
  type XliffSection,
  type XliffUnit,
  XLIFF,
} from './xliff-file';

/** Thrown within a unit, and caught around it: one that cannot be read does not keep the next one from it. */
class Fault extends Error {
  constructor(readonly reason: XliffFault) {
    super(reason);
  }
}

const bad = (reason: string, title: string) => new Refusal('bad-package', title, [{ path: 'file', message: reason }]);

/**
 * What a file of XLIFF 2 holds for a course. Nothing in it is expanded or loaded.
 * @throws Refusal `bad-package` for a file that is none, or that was made of another course.
 */
export function readXliff(bytes: Uint8Array, course: string): XliffSection[] {
  const root = rootOf(bytes);
  const { xmlns, version = '', srcLang = '', trgLang = '' } = root.attributes;
  if (root.name !== 'xliff' || xmlns !== XLIFF || !/^2\.\d$/.test(version))
    throw bad('format', 'This is no file of XLIFF 2.');
  if (!/^en\b/i.test(srcLang) || !/^es\b/i.test(trgLang))
    throw bad('languages', 'This file does not go from English to Spanish.');
  const files = childrenOf(root, 'file');
  if (files.length === 0) throw bad('format', 'There is nothing in this file.');
  if (files.some(({ attributes }) => attributes['original'] !== originalOf(course)))
    throw bad('course', 'This file was made of another course. Open that one, and send it there.');
  return files.map(sectionOf);
}

function rootOf(bytes: Uint8Array): Element {
  try {
    return readXml(decode(bytes));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const why = error.reason === 'doctype' ? 'it has a document type' : 'it is damaged, or no XML';
    throw bad(error.reason, `Line ${error.line ?? 1}: this file cannot be read, because ${why}. Nothing was changed.`);
  }
}

function sectionOf(file: Element): XliffSection {
  const units: XliffUnit[] = [];
  const faults: XliffSection['faults'][number][] = [];
  const seen = new Set<string>();
  for (const unit of unitsIn(file)) {
    const key = fromUnitId(unit.attributes['id'] ?? '');
    try {
      if (seen.has(key)) throw new Fault('twice');
      seen.add(key);
      units.push(unitFrom(unit, key));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      faults.push({ key, line: unit.line, reason: error.reason });
    }
  }
  return { item: file.attributes['id'] ?? '', units, faults };
}

/** Tools may put units into groups. */
const unitsIn = (element: Element): Element[] =>
  element.children.filter(isElement).flatMap((child) => {
    if (child.name === 'unit') return [child];
    return child.name === 'group' ? unitsIn(child) : [];
  });

function unitFrom(unit: Element, key: string): XliffUnit {
  const links = new Map(
    childrenOf(unit, 'originalData')
      .flatMap((data) => childrenOf(data, 'data'))
      .map((data) => [data.attributes['id'] ?? '', spelled(data)]),
  );
  const segments = childrenOf(unit, 'segment');
  const marks = new Map<string, Mark>();
  const lines = segments.map((segment): XliffLine => {
    const [source, target] = [childrenOf(segment, 'source')[0], childrenOf(segment, 'target')[0]];
    const name = segment.attributes['id'];
    if (!source || name === undefined) throw new Fault('segment');
    const english = runsIn(source, links, marks);
    return { name, source: english, target: target ? runsIn(target, links, marks) : null };
  });
  if (lines.length === 0 || new Set(lines.map(({ name }) => name)).size !== lines.length) throw new Fault('segment');
  return { key, lines, ...standing(segments, lines), line: unit.line };
}

/** How a unit stands: as its least finished segment does. */
function standing(segments: readonly Element[], lines: readonly XliffLine[]): Pick<XliffUnit, 'state' | 'from'> {
  if (!lines.some(({ target }) => target !== null && target.length > 0)) return { state: 'missing', from: null };
  const states = segments.map(({ attributes }) => attributes['state'] ?? 'initial');
  const sub = segments[0]?.attributes['subState'] ?? '';
  if (states.every((state) => state === 'initial') && sub.startsWith(FROM)) {
    const from = sub.slice(FROM.length);
    return { state: 'outdated', from: /^[0-9a-f]{16}$/.test(from) ? from : '' };
  }
  const read = states.every((state) => state === 'reviewed' || state === 'final');
  const state: TranslationState = read ? 'reviewed' : 'draft';
  return { state, from: null };
}

function runsIn(element: Element, links: ReadonlyMap<string, string>, marks: Map<string, Mark>): Inline[] {
  const runs = runsFrom(stepsIn(element, links, marks));
  if (!runs) throw new Fault('mark');
  return runs;
}

/** The marks of a target are those of its source, by their ids, where a tool has left out what they are. */
function stepsIn(element: Element, links: ReadonlyMap<string, string>, marks: Map<string, Mark>): RunStep[] {
  return element.children.flatMap((child): RunStep[] => {
    if (!isElement(child)) return [{ text: child }];
    const inside = () => stepsIn(child, links, marks);
    switch (child.name) {
      case 'pc':
        return [{ open: markOf(child, links, marks) }, ...inside(), { close: true }];
      case 'sc':
        return [{ open: markOf(child, links, marks) }];
      case 'ec':
        return [{ close: true }];
      case 'cp':
        return [{ text: pointOf(child) }];
      case 'mrk':
        return inside();
      case 'sm':
      case 'em':
        return [];
      default:
        throw new Fault('mark');
    }
  });
}

function markOf({ attributes }: Element, links: ReadonlyMap<string, string>, marks: Map<string, Mark>): Mark {
  const { id = '', subType, dataRefStart, dataRef } = attributes;
  const href = Href.safeParse(links.get(dataRefStart ?? dataRef ?? ''));
  const mark: Mark | undefined =
    subType === 'xlf:b'
      ? { type: 'strong' }
      : subType === 'xlf:i'
        ? { type: 'em' }
        : href.success
          ? { type: 'link', attrs: { href: href.data } }
          : marks.get(id);
  if (!mark) throw new Fault('mark');
  marks.set(id, mark);
  return mark;
}

function pointOf({ attributes }: Element): string {
  const point = parseInt(attributes['hex'] ?? '', 16);
  if (!(point >= 0 && point <= 0x10ffff)) throw new Fault('mark');
  return String.fromCodePoint(point);
}

/** What a piece of data says, with the characters that XML cannot hold. */
const spelled = (data: Element): string =>
  data.children
    .map((child) => (isElement(child) ? (child.name === 'cp' ? pointOf(child) : textIn(child)) : child))
    .join('');
