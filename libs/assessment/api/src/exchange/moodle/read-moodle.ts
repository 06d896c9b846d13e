import { type NoteReason } from '@haven/assessment/contract';
import { type Locale } from '@haven/shared/contract';
import { Finds, type Found, type Reading, tidy, Unreadable } from '../found';
import { literal, oneNumber } from '../gift/read-gift';
import { plainText } from '../html';
import { type Body, type Choice, toContent, type Unit } from '../sketch';
import { childOf, childrenOf, type Element, textIn } from '../xml';
import { readCloze, readPlaces } from './cloze';

/** Reads the questions of a Moodle XML file (https://docs.moodle.org/en/Moodle_XML_format). */
export function readMoodle(quiz: Element, lang: Locale): Reading {
  const finds = new Finds();
  for (const question of childrenOf(quiz, 'question')) {
    const { type = '' } = question.attributes;
    if (type === 'category') finds.leave('category', question.line, textIn(childOf(question, 'category')));
    else if (type === 'description') finds.leave('description', question.line);
    else finds.read(question.line, () => new MoodleQuestion(question).read(type, lang));
  }
  return { format: 'moodle-xml', taken: finds.taken, left: finds.left };
}

/** One answer as Moodle has it; `share` is of the whole mark, in per cent. */
interface Answer {
  readonly text: string;
  readonly share: number;
  readonly element: Element;
}

/** One question. Its texts are HTML unless they say otherwise. */
class MoodleQuestion {
  private readonly notes: NoteReason[] = [];

  constructor(private readonly question: Element) {}

  read(type: string, lang: Locale): Pick<Found, 'content' | 'notes'> {
    const prompt = this.text(childOf(this.question, 'questiontext'));
    const answers = childrenOf(this.question, 'answer').map((element) => ({
      element,
      text: this.text(element),
      share: Number(element.attributes['fraction'] ?? 0),
    }));
    const explanation = this.explain(answers);
    const gaps = this.gaps(type, prompt);
    if (gaps) return toContent({ prompt: '', body: gaps, explanation, notes: this.notes }, lang);
    return toContent({ prompt, body: this.body(type, answers), explanation, notes: this.notes }, lang);
  }

  private text(element: Element | undefined): string {
    const given = textIn(element && childOf(element, 'text'));
    const format = element?.attributes['format'] ?? 'html';
    if (format === 'plain_text' || format === 'markdown') return tidy(given);
    const { text, picture } = plainText(given);
    if (picture && !this.notes.includes('picture')) this.notes.push('picture');
    return tidy(text);
  }

  private value(name: string): string {
    return textIn(childOf(this.question, name)).trim();
  }

  /** Why it is right: what is said to everybody, else what is said to whoever is right. */
  private explain(answers: readonly Answer[]): string {
    const general = this.text(childOf(this.question, 'generalfeedback'));
    const said = answers
      .map(({ element, share }) => ({ share, text: this.text(childOf(element, 'feedback')) }))
      .filter(({ text }) => text);
    const right = said.find(({ share }) => share >= 100);
    if (said.length > (general || !right ? 0 : 1)) this.notes.push('feedback');
    return general || (right?.text ?? '');
  }

  private gaps(type: string, text: string): Body | null {
    if (type === 'cloze' || type === 'multianswer') return readCloze(text, this.notes);
    const name = { gapselect: 'selectoption', ddwtos: 'dragbox' }[type];
    if (!name) return null;
    const options = childrenOf(this.question, name).map((option) => ({
      text: this.text(option),
      group: textIn(childOf(option, 'group')).trim(),
    }));
    return readPlaces(text, options);
  }

  private body(type: string, answers: readonly Answer[]): Body {
    switch (type) {
      case 'multichoice':
      case 'multichoiceset':
        return this.choice(answers);
      case 'truefalse':
        return { kind: 'true-false', truth: this.truth(answers) };
      case 'shortanswer':
        return this.shortText(answers);
      case 'numerical':
        return this.numeric(answers);
      case 'matching':
        return this.matching();
      case 'ordering':
        return { kind: 'ordering', items: answers.toSorted((a, b) => a.share - b.share).map(({ text }) => text) };
      case 'essay':
        return { kind: 'reflection' };
      default:
        throw new Unreadable('type', null, type);
    }
  }

  private choice(answers: readonly Answer[]): Body {
    const isOne = ['true', '1', ''].includes(this.value('single'));
    const options: Choice[] = answers.map(({ text, share }) => ({ text, right: isOne ? share >= 100 : share > 0 }));
    if (isOne && options.filter(({ right }) => right).length > 1) throw new Unreadable('several-right');
    const paid = answers.flatMap(({ share }) => (share > 0 ? [share] : []));
    if (isOne ? paid.some((share) => share < 100) : new Set(paid).size > 1) this.notes.push('weights');
    return { kind: isOne ? 'single' : 'multiple', options };
  }

  private truth(answers: readonly Answer[]): boolean {
    const right = answers.find(({ share }) => share >= 100)?.text.toLowerCase();
    if (right !== 'true' && right !== 'false') throw new Unreadable('key');
    return right === 'true';
  }

  private whole(answers: readonly Answer[]): Answer[] {
    const whole = answers.filter(({ share }) => share >= 100);
    if (answers.some(({ share }) => share > 0 && share < 100)) this.notes.push('weights');
    return whole;
  }

  private shortText(answers: readonly Answer[]): Body {
    const accepted = this.whole(answers).map(({ text }) => literal(text));
    return { kind: 'short-text', accepted, matchCase: this.value('usecase') === '1' };
  }

  private numeric(answers: readonly Answer[]): Body {
    const [only, other] = this.whole(answers);
    if (!only) throw new Unreadable('key');
    if (other) throw new Unreadable('several-right');
    const tolerance = textIn(childOf(only.element, 'tolerance')).trim();
    return {
      kind: 'numeric',
      value: oneNumber(only.text),
      tolerance: tolerance ? Math.abs(oneNumber(tolerance)) : 0,
      units: this.units(),
    };
  }

  /** Moodle says how many of a unit make one of the first, Haven how many of the first make one of it. */
  private units(): Unit[] {
    const units = childOf(this.question, 'units');
    return (units ? childrenOf(units, 'unit') : [])
      .map((unit) => ({
        text: textIn(childOf(unit, 'unit_name')).trim(),
        factor: 1 / oneNumber(textIn(childOf(unit, 'multiplier'))),
      }))
      .toSorted((a, b) => Number(b.factor === 1) - Number(a.factor === 1));
  }

  private matching(): Body {
    const pairs = childrenOf(this.question, 'subquestion').map((one) => ({
      row: this.text(one),
      target: this.text(childOf(one, 'answer')),
    }));
    const targets = [...new Set(pairs.map(({ target }) => target))];
    const rows = pairs
      .filter(({ row }) => row)
      .map(({ row, target }) => ({ text: row, target: targets.indexOf(target) }));
    return { kind: 'matching', rows, targets };
  }
}
