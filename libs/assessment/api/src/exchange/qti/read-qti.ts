import { type Locale } from '@haven/shared/contract';
import { Finds, type Reading } from '../found';
import { type Element, isElement } from '../xml';
import { asQti2 } from './item-element';
import { type Pictures, readItem } from './read-item';

/** A picture that stands in the item itself. */
export const ownPictures: Pictures = (address) =>
  /^data:image\/(png|jpeg|webp);base64,/.test(address.slice(0, 40)) ? address.replace(/\s+/g, '') : null;

/** Reads the items of one file of QTI: one, or several within an element that holds nothing else. What is found is added to `finds`. */
export function readQti(root: Element, lang: Locale, finds = new Finds(), pictures = ownPictures): Reading {
  const top = asQti2(root);
  const items = top.name === 'assessmentItem' ? [top] : top.children.filter(isElement);
  const isOther = items.length === 0 || items.some(({ name }) => name !== 'assessmentItem');
  if (top.name === 'questestinterop') finds.leave('old-qti', root.line);
  else if (isOther)
    finds.leave(/^(assessmentTest|manifest)$/.test(top.name) ? 'package' : 'format', root.line, top.name);
  else for (const item of items) finds.read(item.line, () => readItem(item, lang, pictures));
  return { format: 'qti', taken: finds.taken, left: finds.left };
}
