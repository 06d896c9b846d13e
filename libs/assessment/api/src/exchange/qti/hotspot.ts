import { type Locale } from '@haven/shared/contract';
import { tidy, Unreadable } from '../found';
import { type Area, type Body } from '../sketch';
import { childrenOf, type Element, textIn, within } from '../xml';
import { type Declaration, rightOf } from './item-element';
import { type Pictures } from './read-item';

const PICTURES = ['img', 'object'];

/** Places on a picture. Haven has rectangles: a circle or a polygon becomes the one around it. */
export function readHotspot(
  interaction: Element,
  declaration: Declaration,
  pictures: Pictures,
  lang: Locale,
): Extract<Body, { kind: 'hotspot' }> {
  const [shown] = within(interaction, ({ name }) => PICTURES.includes(name));
  const picture = shown && pictures(shown.attributes['src'] ?? shown.attributes['data'] ?? '');
  const [width, height] = [shown?.attributes['width'], shown?.attributes['height']].map(Number);
  if (!shown || !picture || !width || !height || !(width > 0 && height > 0))
    throw new Unreadable('picture', shown?.line ?? interaction.line);
  const right = rightOf(declaration);
  const regions = childrenOf(interaction, 'hotspotChoice').map(({ attributes, line }, at) => {
    const name = tidy(attributes['hotspotLabel'] ?? attributes['aria-label'] ?? '');
    return {
      text: name || `${lang === 'en' ? 'Place' : 'Lugar'} ${at + 1}`,
      right: right.includes(attributes['identifier'] ?? ''),
      ...area(attributes['shape'] ?? '', attributes['coords'] ?? '', width, height, line),
    };
  });
  if (regions.filter((region) => region.right).length > 1) throw new Unreadable('several-right');
  const alt = shown.attributes['alt'] ?? textIn(shown);
  return { kind: 'hotspot', picture, alt: tidy(alt) || (lang === 'en' ? 'Picture' : 'Imagen'), regions };
}

/** The rectangle around a shape, in per cent of the picture. */
function area(shape: string, coords: string, width: number, height: number, line: number): Area {
  const numbers = coords.split(',').map(Number);
  const [first = NaN, second = NaN, third = NaN, fourth = third] = numbers;
  const sides = {
    rect: [first, second, third, fourth],
    circle: [first - third, second - third, first + third, second + third],
    ellipse: [first - third, second - fourth, first + third, second + fourth],
    poly: [Math.min, Math.max].flatMap((most) =>
      [0, 1].map((odd) => most(...numbers.filter((_, at) => at % 2 === odd))),
    ),
  }[shape];
  if (!sides || numbers.length < 3 || numbers.length > 200 || !sides.every(Number.isFinite))
    throw new Unreadable('shape', line, shape || coords);
  const [left = 0, top = 0, right = 0, bottom = 0] = sides;
  const percent = (length: number, of: number) => Math.min(100, Math.max(0, (length * 100) / of));
  const [x, y] = [percent(left, width), percent(top, height)];
  return { x, y, width: percent(right - left, width), height: percent(bottom - top, height) };
}
