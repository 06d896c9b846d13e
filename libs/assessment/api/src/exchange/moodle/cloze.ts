import { type NoteReason } from '@haven/assessment/contract';
import { Unreadable } from '../found';
import { find, splitAt } from '../gift/marks';
import { literal, oneNumber } from '../gift/read-gift';
import { letter } from '../names';
import { type Body, type Gap, unbracketed } from '../sketch';

type Blanks = Extract<Body, { kind: 'blanks' }>;

const LIST = /^(MULTICHOICE|MC|MCV|MCH|MCS|MCVS|MCHS)(_[A-Z]{1,3})?$/;
const TYPED = /^(SHORTANSWER|SA|MW|SHORTANSWER_C|SAC|MWC)$/;
const NUMBER = /^(NUMERICAL|NM)$/;
const HEAD = /^\{\d{0,4}:([A-Z_]{2,24}):/;

/** One answer of a blank: right where it earns everything. */
interface Given {
  readonly text: string;
  readonly share: number;
}

/** Reads a text with answers in it, as `{1:SHORTANSWER:=Berlin~%50%Bonn}` (https://docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type). */
export function readCloze(text: string, notes: NoteReason[]): Blanks {
  const gaps: Gap[] = [];
  const words: string[] = [];
  let from = 0;
  for (let open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
    const head = HEAD.exec(text.slice(open, open + 40));
    if (!head) continue;
    const start = open + head[0].length;
    const close = find(text, '}', start);
    if (close < 0) throw new Unreadable('braces');
    words.push(unbracketed(text.slice(from, open)), `[${letter(gaps.length)}]`);
    gaps.push(gap(head[1] ?? '', answers(text.slice(start, close), notes)));
    from = close + 1;
    open = close;
  }
  if (gaps.length === 0) throw new Unreadable('description');
  return { kind: 'blanks', text: [...words, unbracketed(text.slice(from))].join(''), gaps };
}

const WEIGHT = /^%(-?\d{1,3}(?:\.\d{1,8})?)%/;
const plain = (text: string) => text.replace(/\\([\\~=#{}/"'])/g, '$1');

function answers(given: string, notes: NoteReason[]): Given[] {
  return splitAt(given, '~').map(({ text }) => {
    const [answer = '', ...feedback] = splitAt(text.trim(), '#').map((piece) => piece.text);
    if (feedback.some((said) => said.trim()) && !notes.includes('feedback')) notes.push('feedback');
    const weight = WEIGHT.exec(answer);
    if (answer.startsWith('=')) return { text: plain(answer.slice(1)), share: 100 };
    const share = Number(weight?.[1] ?? 0);
    if (share > 0 && share < 100 && !notes.includes('weights')) notes.push('weights');
    return { text: plain(weight ? answer.slice(weight[0].length) : answer), share };
  });
}

function gap(type: string, given: readonly Given[]): Gap {
  const right = given.filter(({ share }) => share >= 100).map(({ text }) => text);
  if (LIST.test(type)) return { options: given.map(({ text, share }) => ({ text, right: share >= 100 })) };
  if (TYPED.test(type)) return { accepted: right.map(literal), matchCase: /C$/.test(type) };
  if (NUMBER.test(type)) return { accepted: right.map(exact), matchCase: false };
  throw new Unreadable('type', null, type);
}

/** A number to be typed into a text is a word in Haven: there is no tolerance. */
function exact(text: string): string {
  const [value = '', tolerance = '0'] = text.split(':');
  if (oneNumber(tolerance) !== 0) throw new Unreadable('number', null, text);
  return String(oneNumber(value));
}

const PLACE = /\[\[(\d{1,2})\]\]/g;

/** Reads a text whose places name the option that belongs there, as `[[2]]`; the options of its group can be chosen. */
export function readPlaces(text: string, options: readonly { text: string; group: string }[]): Blanks {
  const gaps: Gap[] = [];
  const words = text.split(PLACE).map((part, at) => {
    if (at % 2 === 0) return unbracketed(part);
    const right = options[Number(part) - 1];
    if (!right) throw new Unreadable('key');
    const group = options.filter((option) => option.group === right.group);
    gaps.push({ options: group.map((option) => ({ text: option.text, right: option === right })) });
    return `[${letter(gaps.length - 1)}]`;
  });
  if (gaps.length === 0) throw new Unreadable('description');
  return { kind: 'blanks', text: words.join(''), gaps };
}
