import { type NoteReason } from '@haven/assessment/contract';
import { type Locale } from '@haven/shared/contract';
import { Finds, type Found, type Reading, tidy, Unreadable } from '../found';
import { plainText } from '../html';
import { type Choice, toContent, truthOf } from '../sketch';
import { childOf, childrenOf, type Element, isElement, textIn, within } from '../xml';

/**
 * Reads the choice questions of QTI 1.2 as Common Cartridges have them (https://www.imsglobal.org/cc/ccv1p3/imscc_Implementation-v1p3.html):
 * one right answer, several, true or false. All others are left with their names. `root`: without prefixes of namespaces.
 */
export function readQti12(root: Element, lang: Locale, file: string | null = null): Reading {
  const finds = new Finds(file);
  for (const item of within(root, ({ name }) => name === 'item'))
    finds.read(item.line, () => new Item(item).read(lang));
  return { format: 'qti', taken: finds.taken, left: finds.left };
}

class Item {
  private readonly notes: NoteReason[] = [];

  constructor(private readonly item: Element) {}

  read(lang: Locale): Pick<Found, 'content' | 'notes'> {
    const presentation = childOf(this.item, 'presentation');
    if (!presentation) throw new Unreadable('description');
    const responses = within(presentation, ({ name }) => /^response_/.test(name) && name !== 'response_label');
    const [response] = responses;
    if (response?.name !== 'response_lid' || responses.length > 1)
      throw new Unreadable(
        'type',
        this.item.line,
        this.profile() ?? (responses.map(({ name }) => name).join(', ') || null),
      );
    const isOne = response.attributes['rcardinality']?.toLowerCase() !== 'multiple';
    const right = this.right(isOne);
    const options: Choice[] = within(response, ({ name }) => name === 'response_label').map((label) => ({
      text: this.flow(label),
      right: right.includes(label.attributes['ident'] ?? ''),
    }));
    const prompt = this.flow(presentation, response);
    const truth = isOne ? truthOf(options) : null;
    const body =
      truth === null
        ? { kind: isOne ? ('single' as const) : ('multiple' as const), options }
        : { kind: 'true-false' as const, truth };
    return toContent({ prompt, body, explanation: this.explanation(), notes: this.notes }, lang);
  }

  /** What the item calls its type, as `cc.essay.v0p1`. */
  private profile(): string | null {
    const fields = within(this.item, ({ name }) => name === 'qtimetadatafield');
    const labels = ['cc_profile', 'question_type'];
    const field = fields.find((one) => labels.includes(textIn(childOf(one, 'fieldlabel')).trim()));
    return textIn(field && childOf(field, 'fieldentry')).trim() || null;
  }

  /** The choices that are right: those of the condition that earns most, and of several each that earns something. */
  private right(isOne: boolean): string[] {
    const conditions = within(this.item, ({ name }) => name === 'respcondition')
      .map((condition) => ({
        ids: equals(childOf(condition, 'conditionvar')),
        score: Math.max(0, ...childrenOf(condition, 'setvar').map((set) => Number(textIn(set)) || 0)),
      }))
      .filter(({ ids, score }) => score > 0 && ids.length > 0);
    const best = Math.max(...conditions.map(({ score }) => score));
    const counted = conditions.filter(({ score }) => !isOne || score === best);
    if (counted.length < conditions.length || (!isOne && conditions.length > 1)) this.notes.push('weights');
    const ids = [...new Set(counted.flatMap((condition) => condition.ids))];
    if (ids.length === 0) throw new Unreadable('key');
    if (isOne && ids.length > 1) throw new Unreadable('several-right');
    return ids;
  }

  /** What is said after answering: of all that is said for single cases nothing, where something is said to everybody. */
  private explanation(): string {
    const texts = childrenOf(this.item, 'itemfeedback').map((one) => ({
      toAll: /general|solution/i.test(one.attributes['ident'] ?? ''),
      text: tidy(this.flow(one)),
    }));
    const said = texts.filter(({ text }) => text !== '');
    const toAll = said.filter((one) => one.toAll);
    const taken = toAll.length > 0 ? toAll : said;
    if (taken.length < said.length || taken.length > 1) this.notes.push('feedback');
    return [...new Set(taken.map(({ text }) => text))].join('\n\n');
  }

  /** The text of every material below `element`, but for what is in `without`. */
  private flow(element: Element, without?: Element): string {
    return element.children
      .filter(isElement)
      .filter((child) => child !== without)
      .map((child) => (child.name === 'mattext' ? this.text(child) : this.flow(child, without)))
      .filter(Boolean)
      .join('\n\n');
  }

  private text(element: Element): string {
    const given = textIn(element);
    if (element.attributes['texttype'] !== 'text/html') return given;
    const { text, picture } = plainText(given);
    if (picture && !this.notes.includes('picture')) this.notes.push('picture');
    return text;
  }
}

/** The choices that a condition wants: not those that it does not want. */
function equals(element: Element | undefined): string[] {
  return (element?.children ?? []).filter(isElement).flatMap((child) => {
    if (child.name === 'varequal') return [textIn(child).trim()];
    return child.name === 'not' ? [] : equals(child);
  });
}
