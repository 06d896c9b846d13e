import { tidy, Unreadable } from '../found';
import { oneNumber } from '../gift/read-gift';
import { letter } from '../names';
import { type Gap, type Sketch, unbracketed } from '../sketch';
import { childrenOf, type Element, within } from '../xml';
import { declarationOf, flow, rightOf } from './item-element';

const MARK = /\uFDD0([a-z])\uFDD1/g;

/** Where the blanks of an item stand: what comes before them is asked, the rest is the text that holds them. */
function layout(body: Element, interactions: readonly Element[]): { prompt: string; text: string } {
  const mark = (element: Element) => {
    const at = interactions.indexOf(element);
    return at < 0 ? null : `\uFDD0${letter(at)}\uFDD1`;
  };
  // As in the examples of the standard, a text with blanks is a quotation below what is asked.
  const quote = within(body, ({ name }) => name === 'blockquote').find((one) =>
    interactions.every((interaction) => within(one, (inner) => inner === interaction).length),
  );
  if (quote)
    return { prompt: flow(body, (element) => (element === quote ? '' : mark(element))), text: tidy(flow(quote, mark)) };
  const lines = tidy(flow(body, mark)).split('\n');
  const first = lines.findIndex((line) => line.includes('\uFDD0'));
  return { prompt: lines.slice(0, first).join('\n'), text: lines.slice(first).join('\n') };
}

/** An item whose only interactions are blanks: one alone on its line is a short text or a number, the rest is a text with blanks. */
export function readGaps(
  item: Element,
  body: Element,
  interactions: readonly Element[],
): Pick<Sketch, 'prompt' | 'body'> {
  const { prompt, text } = layout(body, interactions);
  const [only] = interactions;
  const rest = text.replace(MARK, '').trim();
  if (interactions.length === 1 && only?.name === 'textEntryInteraction') {
    const isUnit = text.startsWith('\uFDD0') && !rest.includes('\n') && rest.length <= 20;
    const asked = isUnit ? prompt : `${prompt}\n${rest ? text.replace(MARK, '_____') : ''}`;
    if (declarationOf(item, only).isNumber) return { prompt: asked, body: number(item, only, isUnit ? rest : '') };
    if (!rest) return { prompt, body: { kind: 'short-text', ...accepted(item, only) } };
  }
  return {
    prompt,
    body: {
      kind: 'blanks',
      text: unbracketed(text).replace(MARK, '[$1]'),
      gaps: interactions.map((one): Gap =>
        one.name === 'textEntryInteraction' ? accepted(item, one) : list(item, one),
      ),
    },
  };
}

function list(item: Element, interaction: Element): Gap {
  const right = rightOf(declarationOf(item, interaction));
  return {
    options: childrenOf(interaction, 'inlineChoice').map((one) => ({
      text: flow(one),
      right: right.includes(one.attributes['identifier'] ?? ''),
    })),
  };
}

/** Texts that are right. Strings are compared exactly in QTI unless their mapping says that case does not matter. */
function accepted(item: Element, interaction: Element): { accepted: string[]; matchCase: boolean } {
  const declaration = declarationOf(item, interaction);
  const most = Math.max(0, ...declaration.mapped.map(({ value }) => value));
  const whole = declaration.mapped.filter(({ value }) => value === most);
  return {
    accepted: [...declaration.correct, ...whole.map(({ key }) => key)],
    matchCase: whole.length === 0 || whole.some(({ matchCase }) => matchCase),
  };
}

/** A number. Its tolerance is that of the comparison in the item's own processing of the response. */
function number(item: Element, interaction: Element, unit: string): Extract<Sketch['body'], { kind: 'numeric' }> {
  const [right, other] = rightOf(declarationOf(item, interaction));
  if (right === undefined) throw new Unreadable('key');
  const processing = childrenOf(item, 'responseProcessing');
  const isRange = processing.some((one) => within(one, ({ name }) => /^(lt|lte|gt|gte)$/.test(name)).length);
  if (other !== undefined || isRange) throw new Unreadable('number');
  const value = oneNumber(right);
  const [equal] = processing.flatMap((one) => within(one, ({ name }) => name === 'equal'));
  const [below = 0, above = below] = (equal?.attributes['tolerance'] ?? '').split(/\s+/).filter(Boolean).map(oneNumber);
  if (below !== above) throw new Unreadable('number');
  const tolerance = equal?.attributes['toleranceMode'] === 'relative' ? (Math.abs(value) * below) / 100 : below;
  return { kind: 'numeric', value, tolerance, units: unit ? [{ text: unit, factor: 1 }] : [] };
}
