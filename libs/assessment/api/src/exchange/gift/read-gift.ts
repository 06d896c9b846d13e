import { type NoteReason, readNumber } from '@haven/assessment/contract';
import { type Locale } from '@haven/shared/contract';
import { Finds, type Reading, tidy, Unreadable } from '../found';
import { plainText } from '../html';
import { type Body, type Choice, toContent } from '../sketch';
import { find, splitAt, unescapedGift } from './marks';

/**
 * Reads GIFT as Moodle does (https://docs.moodle.org/en/GIFT_format, by Paul Tsuchido Shew): questions with an empty line between them, of
 * which one that cannot be taken leaves the others alone.
 */
export function readGift(text: string, lang: Locale): Reading {
  const finds = new Finds();
  for (const { line, block } of blocks(text)) {
    if (block.startsWith('$CATEGORY:')) finds.leave('category', line, block.slice(10).trim());
    else finds.read(line, () => question(block, lang));
  }
  return { format: 'gift', taken: finds.taken, left: finds.left };
}

/** The questions of a file with their first lines. A category is a line by itself; comments are nothing. */
function blocks(text: string): { line: number; block: string }[] {
  const found: { line: number; block: string[] }[] = [];
  let open = false;
  text.split('\n').forEach((given, at) => {
    const trimmed = given.trim();
    const isCategory = trimmed.startsWith('$CATEGORY:');
    if (trimmed.startsWith('//')) return;
    if (isCategory || (trimmed && !open)) found.push({ line: at + 1, block: [given] });
    else if (trimmed) found.at(-1)?.block.push(given);
    open = trimmed !== '' && !isCategory;
  });
  return found.map(({ line, block }) => ({ line, block: block.join('\n').trim() }));
}

const FORMAT = /^\s*\[(html|moodle|plain|markdown)\]/;

/** A piece of a question, which may begin with its format. Without one it is what the question's is; by default Moodle reads HTML. */
function piece(given: string, isPlain: boolean): { text: string; picture: boolean; isPlain: boolean } {
  const format = FORMAT.exec(given);
  const plain = format ? format[1] === 'plain' || format[1] === 'markdown' : isPlain;
  const text = unescapedGift(format ? given.slice(format[0].length) : given);
  return plain ? { text, picture: false, isPlain: true } : { ...plainText(text), isPlain: false };
}

function question(block: string, lang: Locale): ReturnType<typeof toContent> {
  const title = block.startsWith('::') ? block.indexOf('::', 2) : -1;
  const rest = title > 0 ? block.slice(title + 2) : block;
  const open = find(rest, '{', 0);
  const close = find(rest, '}', 0);
  if (open < 0 && close < 0) throw new Unreadable('description');
  if (open < 0 || close < open || find(rest, '{', open + 1) >= 0 || find(rest, '}', close + 1) >= 0)
    throw new Unreadable('braces');
  const before = rest.slice(0, open);
  const after = rest.slice(close + 1);
  // A missing word: Moodle shows a line in its place.
  const whole = after.trim() ? `${before} _____ ${after}` : before;
  const prompt = piece(whole, false);
  const [given = '', general = ''] = halves(rest.slice(open + 1, close), '####');
  const reader = new Answers(prompt.isPlain);
  const body = reader.read(given.trim());
  const explanation = reader.explain(general);
  return toContent(
    {
      prompt: prompt.text,
      body,
      explanation,
      notes: [...reader.notes, ...(prompt.picture ? ['picture' as const] : [])],
    },
    lang,
  );
}

function halves(text: string, mark: string): string[] {
  const at = find(text, mark, 0);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}

/** One answer: whether it is right by its sign, the share of the mark, the text and what is said to whoever gives it. */
interface Given {
  readonly sign: string;
  readonly weight: number | null;
  readonly text: string;
  readonly feedback: string;
}

const WEIGHT = /^\s*%(-?\d{1,3}(?:\.\d{1,8})?)%/;

/** What stands between the braces of one question. */
class Answers {
  readonly notes: NoteReason[] = [];
  private readonly feedback: { text: string; right: boolean }[] = [];

  constructor(private readonly isPlain: boolean) {}

  read(given: string): Body {
    if (given === '') return { kind: 'reflection' };
    if (given.startsWith('#')) return this.numeric(given.slice(1));
    if (find(given, '~', 0) >= 0) return this.choice(this.answers(given));
    const isKeyed = find(given, '=', 0) >= 0;
    if (isKeyed && given.includes('->')) return this.matching(given);
    if (isKeyed) return this.shortText(this.answers(given));
    return this.truth(given);
  }

  /** Why it is right: what is said to everybody, else what is said to whoever is right. */
  explain(general: string): string {
    const said = this.feedback.filter(({ text }) => text);
    const right = said.find((one) => one.right);
    const all = this.text(general);
    if (said.length > (all || !right ? 0 : 1)) this.notes.push('feedback');
    return all || (right?.text ?? '');
  }

  private text(given: string): string {
    const { text, picture } = piece(given, this.isPlain);
    if (picture) this.notes.push('picture');
    return tidy(text);
  }

  private answers(given: string): Given[] {
    return splitAt(given, '=~')
      .filter(({ text }) => text.trim())
      .map(({ sign, text }) => {
        const [answer = '', feedback = ''] = halves(text, '#');
        const weight = WEIGHT.exec(answer);
        return {
          sign,
          weight: weight ? Number(weight[1]) : null,
          text: weight ? answer.slice(weight[0].length) : answer,
          feedback,
        };
      })
      .map((answer) => {
        this.feedback.push({ text: this.text(answer.feedback), right: isRight(answer) });
        return answer;
      });
  }

  private choice(answers: readonly Given[]): Body {
    const isOne = answers.some(({ sign }) => sign === '=');
    const options: Choice[] = answers.map((answer) => ({
      text: this.text(answer.text),
      right: isOne ? answer.sign === '=' || answer.weight === 100 : (answer.weight ?? 0) > 0,
    }));
    if (isOne && options.filter(({ right }) => right).length > 1) throw new Unreadable('several-right');
    const paid = answers.flatMap(({ weight }) => (weight !== null && weight > 0 ? [weight] : []));
    if (isOne ? answers.some(({ weight }) => weight !== null && weight % 100 !== 0) : new Set(paid).size > 1)
      this.notes.push('weights');
    return { kind: isOne ? 'single' : 'multiple', options };
  }

  private shortText(answers: readonly Given[]): Body {
    const whole = answers.filter(isRight);
    if (whole.length < answers.length) this.notes.push('weights');
    const accepted = whole.map(({ text }) => literal(this.text(text)));
    return { kind: 'short-text', accepted, matchCase: false };
  }

  private matching(given: string): Body {
    const pairs = splitAt(given, '=')
      .filter(({ text }) => text.trim())
      .map(({ text }) => {
        const at = text.indexOf('->');
        if (at < 0) throw new Unreadable('answers');
        return { row: this.text(text.slice(0, at)), target: this.text(text.slice(at + 2)) };
      });
    const targets = [...new Set(pairs.map(({ target }) => target))];
    const rows = pairs
      .filter(({ row }) => row)
      .map(({ row, target }) => ({ text: row, target: targets.indexOf(target) }));
    return { kind: 'matching', rows, targets };
  }

  private numeric(given: string): Body {
    const answers = find(given, '=', 0) < 0 ? this.answers(`=${given}`) : this.answers(given);
    const whole = answers.filter(isRight);
    if (whole.length < answers.filter(({ text }) => text.trim()).length) this.notes.push('weights');
    if (whole.length > 1) throw new Unreadable('several-right');
    const [only] = whole;
    if (!only) throw new Unreadable('key');
    return { kind: 'numeric', ...range(unescapedGift(only.text).trim()), units: [] };
  }

  /** The first feedback is for whoever is wrong, the second for whoever is right. */
  private truth(given: string): Body {
    const [answer = '', wrong = '', right = ''] = splitAt(given, '#').map(({ text }) => text);
    const word = answer.trim().toUpperCase();
    const truth = ['T', 'TRUE'].includes(word);
    if (!truth && !['F', 'FALSE'].includes(word)) throw new Unreadable('answers', null, answer);
    this.feedback.push({ text: this.text(wrong), right: false }, { text: this.text(right), right: true });
    return { kind: 'true-false', truth };
  }
}

const isRight = ({ sign, weight }: Given) => sign === '=' && (weight === null || weight === 100);

/** An accepted text. A star stands for anything in Moodle, which Haven does not have, unless a backslash is before it. */
export function literal(text: string): string {
  if (/(?<!\\)\*/.test(text)) throw new Unreadable('wildcard', null, text);
  return text.replaceAll('\\*', '*');
}

/** A number as GIFT has it: `3`, `3:0.5` or `1..5`. */
function range(text: string): { value: number; tolerance: number } {
  if (text.includes('..')) {
    const [low = 0, high = 0] = text.split('..').map(oneNumber);
    return { value: (low + high) / 2, tolerance: Math.abs(high - low) / 2 };
  }
  const [value, tolerance = 0] = text.split(':').map(oneNumber);
  if (value === undefined) throw new Unreadable('number', null, text);
  return { value, tolerance: Math.abs(tolerance) };
}

/**
 * The one number that a text means.
 * @throws Unreadable where it is none, or may be two.
 */
export function oneNumber(text: string): number {
  const plain = text.trim() === '' ? NaN : Number(text);
  const [only, other] = Number.isFinite(plain) ? [plain] : readNumber(text);
  if (only === undefined || other !== undefined) throw new Unreadable('number', null, text);
  return only;
}
