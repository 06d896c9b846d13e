import { type NoteReason } from '@haven/assessment/contract';
import { type Locale } from '@haven/shared/contract';
import { type Found, tidy, Unreadable } from '../found';
import { type Body, type Choice, toContent, truthOf } from '../sketch';
import { childOf, childrenOf, type Element, within } from '../xml';
import { readGaps } from './gaps';
import { readHotspot } from './hotspot';
import { type Declaration, declarationOf, flow, hasFeedback, hasPicture, isWeighted, rightOf } from './item-element';

/** The picture at an address within the file or package, as a data URL; null where there is none. */
export type Pictures = (address: string) => string | null;

/** What makes a question of the one interaction of an item. */
interface Asked {
  readonly interaction: Element;
  readonly declaration: Declaration;
  readonly pictures: Pictures;
  readonly lang: Locale;
}

/**
 * Reads one item of QTI 2.1, 2.2 or 3.0, under the names of QTI 2. What is right is taken from the declaration of the response, as the
 * standard's own templates do.
 */
export function readItem(item: Element, lang: Locale, pictures: Pictures): Pick<Found, 'content' | 'notes'> {
  const body = childOf(item, 'itemBody');
  const interactions = body ? within(body, ({ name }) => isInteraction(name)) : [];
  if (!body || interactions.length === 0) throw new Unreadable('description');
  const isGaps = interactions.every(
    ({ name }) => name === 'textEntryInteraction' || name === 'inlineChoiceInteraction',
  );
  const { explanation, feedback } = explained(item);
  const notes: NoteReason[] = [
    ...(feedback || hasFeedback(body) ? ['feedback' as const] : []),
    ...(interactions.some((one) => isWeighted(declarationOf(item, one))) ? ['weights' as const] : []),
  ];
  if (isGaps) {
    if (hasPicture(body)) notes.push('picture');
    return toContent({ ...readGaps(item, body, interactions), explanation, notes }, lang);
  }
  const [interaction] = interactions;
  if (!interaction || interactions.length > 1)
    throw new Unreadable('type', body.line, interactions.map(({ name }) => name).join(', '));
  const shapes = within(interaction, ({ name }) => name === 'hotspotChoice');
  if (shapes.some(({ attributes }) => attributes['shape'] !== 'rect')) notes.push('shape');
  if (interaction.name === 'hotspotInteraction' ? hasPicture(without(body, interaction)) : hasPicture(body))
    notes.push('picture');
  const question = childOf(interaction, 'prompt');
  const prompt = `${flow(body, (one) => (one === interaction ? '' : null))}\n\n${question ? flow(question) : ''}`;
  const asked = { interaction, declaration: declarationOf(item, interaction), pictures, lang };
  return toContent({ prompt, body: bodyOf(asked), explanation, notes }, lang);
}

const isInteraction = (name: string) =>
  name.endsWith('Interaction') && name !== 'endAttemptInteraction' && name !== 'mediaInteraction';

const without = (body: Element, left: Element): Element => ({
  ...body,
  children: body.children.flatMap((child) =>
    child === left ? [] : [typeof child === 'string' ? child : without(child, left)],
  ),
});

/** What is said after answering. Haven says one thing to everybody: several are put together, and it is noted. */
function explained(item: Element): { explanation: string; feedback: boolean } {
  const texts = childrenOf(item, 'modalFeedback')
    .map((one) => tidy(flow(one)))
    .filter(Boolean);
  return { explanation: texts.join('\n\n'), feedback: texts.length > 1 };
}

function bodyOf(asked: Asked): Body {
  switch (asked.interaction.name) {
    case 'choiceInteraction':
      return choice(asked);
    case 'orderInteraction':
      return ordering(asked);
    case 'matchInteraction':
      return matching(asked);
    case 'hotspotInteraction':
      return readHotspot(asked.interaction, asked.declaration, asked.pictures, asked.lang);
    case 'extendedTextInteraction':
      return { kind: 'reflection' };
    default:
      throw new Unreadable('type', asked.interaction.line, asked.interaction.name);
  }
}

/** The choices of an interaction by their names. */
function choices(parent: Element, name: string): Map<string, string> {
  const found = childrenOf(parent, name).map((one): [string, string] => [
    one.attributes['identifier'] ?? '',
    flow(one),
  ]);
  return new Map(found);
}

function choice({ interaction, declaration }: Asked): Body {
  const right = rightOf(declaration);
  const isOne = interaction.attributes['maxChoices'] === '1' || declaration.isSingle;
  // Of several choices everything that earns something is right.
  const all = isOne ? right : [...right, ...declaration.mapped.map(({ key }) => key)];
  const options: Choice[] = [...choices(interaction, 'simpleChoice')].map(([id, text]) => ({
    text,
    right: all.includes(id),
  }));
  if (isOne && options.filter((option) => option.right).length > 1) throw new Unreadable('several-right');
  const truth = isOne ? truthOf(options) : null;
  return truth === null ? { kind: isOne ? 'single' : 'multiple', options } : { kind: 'true-false', truth };
}

function ordering({ interaction, declaration }: Asked): Body {
  const all = choices(interaction, 'simpleChoice');
  const items = declaration.correct.flatMap((id) => all.get(id) ?? []);
  if (items.length !== all.size) throw new Unreadable('key');
  return { kind: 'ordering', items };
}

function matching({ interaction, declaration }: Asked): Body {
  const [first, second] = childrenOf(interaction, 'simpleMatchSet');
  if (!first || !second) throw new Unreadable('parts');
  const targets = choices(second, 'simpleAssociableChoice');
  const ids = [...targets.keys()];
  const pairs = rightOf(declaration).map((pair) => pair.split(/\s+/));
  const rows = [...choices(first, 'simpleAssociableChoice')].map(([id, text]) => {
    const [only, other] = pairs.filter(([row]) => row === id);
    if (other) throw new Unreadable('match-many');
    return { text, target: ids.indexOf(only?.[1] ?? '') };
  });
  return { kind: 'matching', rows, targets: [...targets.values()] };
}
