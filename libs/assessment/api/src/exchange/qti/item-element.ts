import { childOf, childrenOf, type Element, isElement, textIn, within } from '../xml';
import { around, isPicture, isSilent } from '../html';

const camel = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** QTI 3.0 under the names of QTI 2: `qti-simple-choice` is `simpleChoice`, `response-identifier` is `responseIdentifier`. */
export function asQti2(element: Element): Element {
  const local = element.name.slice(element.name.indexOf(':') + 1);
  const isNew = local.startsWith('qti-');
  return {
    ...element,
    name: isNew ? camel(local.slice(4)) : local,
    attributes: isNew
      ? Object.fromEntries(Object.entries(element.attributes).map(([key, value]) => [camel(key), value]))
      : element.attributes,
    children: element.children.map((child) => (isElement(child) ? asQti2(child) : child)),
  };
}

/** What is no part of the question: it is shown after answering, or to others. */
const ASIDE = /^(feedbackInline|feedbackBlock|rubricBlock|templateInline|templateBlock|catalogInfo|stylesheet)$/;

/** What stands where an element does, in place of its own text; null for its own text. */
export type Replace = (element: Element) => string | null;

/** The text of a body as a page shows it. */
export function flow(element: Element, replace: Replace = () => null): string {
  return element.children
    .map((child) => {
      if (!isElement(child)) return child.replace(/[\uFDD0\uFDD1]/g, '').replace(/[ \t\n\r]+/g, ' ');
      const instead = replace(child);
      if (instead !== null) return instead;
      const name = child.name.toLowerCase();
      if (ASIDE.test(child.name) || isSilent(name)) return '';
      if (name === 'img') return child.attributes['alt'] ?? '';
      const { before, after } = around(name);
      return `${before}${flow(child, replace)}${after}`;
    })
    .join('');
}

/** Whether a picture, a sound or a film belongs to what is shown. */
export const hasPicture = (element: Element): boolean =>
  within(element, ({ name }) => isPicture(name.toLowerCase())).length > 0;

/** The text that is shown after answering within an element. */
export const hasFeedback = (element: Element): boolean =>
  within(element, ({ name }) => name === 'feedbackInline' || name === 'feedbackBlock').length > 0;

/** What an item says of one response: its kind, what is right, and what earns how much. */
export interface Declaration {
  readonly isSingle: boolean;
  readonly isNumber: boolean;
  readonly correct: readonly string[];
  /** What earns something, the most first where it is more. */
  readonly mapped: readonly { readonly key: string; readonly value: number; readonly matchCase: boolean }[];
}

const NOTHING: Declaration = { isSingle: true, isNumber: false, correct: [], mapped: [] };

export function declarationOf(item: Element, interaction: Element): Declaration {
  const id = interaction.attributes['responseIdentifier'];
  const found = childrenOf(item, 'responseDeclaration').find((declared) => declared.attributes['identifier'] === id);
  if (!found) return NOTHING;
  const correct = childOf(found, 'correctResponse');
  const mapping = childOf(found, 'mapping');
  return {
    isSingle: found.attributes['cardinality'] === 'single',
    isNumber: ['float', 'integer'].includes(found.attributes['baseType'] ?? ''),
    correct: correct ? childrenOf(correct, 'value').map((value) => textIn(value).trim()) : [],
    mapped: (mapping ? childrenOf(mapping, 'mapEntry') : []).flatMap(({ attributes }) => {
      const value = Number(attributes['mappedValue']);
      const matchCase = attributes['caseSensitive'] !== 'false';
      return value > 0 ? [{ key: (attributes['mapKey'] ?? '').trim(), value, matchCase }] : [];
    }),
  };
}

/** What is right: by name, or else what earns the most. */
export function rightOf({ correct, mapped }: Declaration): string[] {
  if (correct.length) return [...correct];
  const most = Math.max(0, ...mapped.map(({ value }) => value));
  return mapped.filter(({ value }) => value === most).map(({ key }) => key);
}

/** Whether some right answers earn less than others, which Haven does not have. */
export const isWeighted = ({ mapped }: Declaration): boolean => new Set(mapped.map(({ value }) => value)).size > 1;
