import { parseXml, XmlCdata, XmlDocumentType, XmlElement, XmlError, XmlText } from '@rgrove/parse-xml';
import { Unreadable } from './found';

/** An element with its place. White space and text stand among its children as strings. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
  readonly line: number;
}

const DEEPEST = 60;

/** Refuses what is nested deeper than any real file: the parser calls itself for each level. */
function checkDepth(xml: string): void {
  let depth = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const skipped = xml.startsWith('<!--', at) ? '-->' : xml.startsWith('<![CDATA[', at) ? ']]>' : '';
    if (skipped || xml[at + 1] === '?' || xml[at + 1] === '!') {
      const end = xml.indexOf(skipped || '>', at + 2);
      if (end < 0) return;
      at = end + 1;
      continue;
    }
    const closes = xml[at + 1] === '/';
    const end = endOfTag(xml, at + 1);
    if (end < 0) return;
    if (closes) depth--;
    else if (xml[end - 1] !== '/') depth++;
    if (depth > DEEPEST) throw new Unreadable('too-deep', lineOf(xml, at));
    at = end + 1;
  }
}

function endOfTag(xml: string, from: number): number {
  let quote = '';
  for (let at = from; at < xml.length; at++) {
    const letter = xml[at] ?? '';
    if (quote) quote = letter === quote ? '' : quote;
    else if (letter === '>') return at;
    else if (letter === '"' || letter === "'") quote = letter;
  }
  return -1;
}

const lineOf = (text: string, at: number) => text.slice(0, at).split('\n').length;

/** The numbers of lines, for offsets that come in any order. */
function lines(text: string): (offset: number) => number {
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at);
  return (offset) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

/**
 * Reads XML, well formed and without a document type: nothing of it is expanded or loaded.
 * @throws Unreadable `malformed`, `doctype` or `too-deep`, with the line.
 */
export function readXml(text: string): Element {
  const leading = text.length - text.trimStart().length;
  const before = text.slice(0, leading).split('\n').length - 1;
  const xml = text.slice(leading);
  checkDepth(xml);
  try {
    const { children } = parseXml(xml, { includeOffsets: true, preserveDocumentType: true });
    const doctype = children.find((child) => child instanceof XmlDocumentType);
    const lineAt = lines(xml);
    if (doctype) throw new Unreadable('doctype', before + lineAt(doctype.start));
    const root = children.find((child) => child instanceof XmlElement);
    if (!root) throw new Unreadable('malformed', 1);
    return toElement(root, (offset) => before + lineAt(offset));
  } catch (cause) {
    if (cause instanceof XmlError)
      throw new Unreadable('malformed', before + cause.line, cause.message.split(' (line ')[0]);
    throw cause;
  }
}

function toElement(element: XmlElement, lineAt: (offset: number) => number): Element {
  return {
    name: element.name,
    attributes: element.attributes,
    line: lineAt(element.start),
    children: element.children.flatMap((child): (Element | string)[] => {
      if (child instanceof XmlElement) return [toElement(child, lineAt)];
      return child instanceof XmlText || child instanceof XmlCdata ? [child.text] : [];
    }),
  };
}

export const isElement = (child: Element | string): child is Element => typeof child !== 'string';

export const childrenOf = (element: Element, name: string): Element[] =>
  element.children.filter(isElement).filter((child) => child.name === name);

export const childOf = (element: Element, name: string): Element | undefined => childrenOf(element, name)[0];

/** Every element below `element` for which `wanted` holds, in document order. */
export const within = (element: Element, wanted: (element: Element) => boolean): Element[] =>
  element.children.filter(isElement).flatMap((child) => [...(wanted(child) ? [child] : []), ...within(child, wanted)]);

/** All the text below `element`. */
export const textIn = (element: Element | undefined): string =>
  element?.children.map((child) => (isElement(child) ? textIn(child) : child)).join('') ?? '';
