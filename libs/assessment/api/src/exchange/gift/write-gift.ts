import { giftCarries, type QuestionContent } from '@haven/assessment/contract';
import { inLocale, type Locale, type Text } from '@haven/shared/contract';
import { escapedGift } from './marks';

/** Questions in GIFT, in one language. One that it cannot carry is a comment, so that nobody misses it unawares. */
export function writeGift(questions: readonly QuestionContent[], lang: Locale): string {
  const writer = new Writer(lang);
  return questions
    .map((content, at) =>
      giftCarries(content)
        ? `${writer.question(content)}\n`
        : `// Question ${at + 1} (${content.kind}) is not in this file: GIFT cannot carry it.\n`,
    )
    .join('\n');
}

/** Every text is `[plain]`: Moodle would read HTML in it otherwise. */
class Writer {
  constructor(private readonly lang: Locale) {}

  question(content: QuestionContent): string {
    const prompt = `[plain]${this.text(content.prompt)}`;
    const answers = this.answers(content);
    return `${prompt} {${answers}\n\t####${this.part(content.explanation)}\n}`;
  }

  private text(text: Text): string {
    return escapedGift(inLocale(text, this.lang).value);
  }

  /** A text that could be taken for one with a format says which it has. */
  private part(text: Text): string {
    const written = this.text(text);
    return written.startsWith('[') ? `[plain]${written}` : written;
  }

  private option(sign: string, weight: string, text: Text): string {
    const written = this.part(text);
    const share = weight || (written.startsWith('%') ? `%${sign === '=' ? 100 : 0}%` : '');
    return `\n\t${sign}${share}${written}`;
  }

  private answers(content: QuestionContent): string {
    switch (content.kind) {
      case 'single':
        return content.options.map(({ text, correct }) => this.option(correct ? '=' : '~', '', text)).join('');
      case 'multiple': {
        const right = content.options.filter(({ correct }) => correct).length;
        const share = { true: percent(right), false: percent(right - content.options.length) };
        return content.options.map(({ text, correct }) => this.option('~', share[`${correct}`], text)).join('');
      }
      case 'true-false':
        return content.truth ? 'TRUE' : 'FALSE';
      case 'short-text':
        return content.accepted.map((text) => this.option('=', '', starred(text))).join('');
      case 'numeric':
        return `#${content.value}:${content.tolerance}`;
      case 'matching':
        return this.pairs(content);
      default:
        return '';
    }
  }

  private pairs({ rows, targets }: Extract<QuestionContent, { kind: 'matching' }>): string {
    const used = rows.flatMap(({ text, target }) => {
      const belongs = targets.find(({ id }) => id === target);
      return belongs ? [`\n\t=${this.part(text)} -> ${this.part(belongs.text)}`] : [];
    });
    const unused = targets.filter(({ id }) => rows.every(({ target }) => target !== id));
    return [...used, ...unused.map(({ text }) => `\n\t= -> ${this.part(text)}`)].join('');
  }
}

/** The share of one of `parts` in the whole mark, as Moodle writes it. */
const percent = (parts: number) => `%${Number((100 / (parts || 1)).toFixed(5))}%`;

/** A star stands for anything in Moodle; behind a backslash it is a star. */
const starred = ({ en, es }: Text): Text => ({
  en: en.replaceAll('*', '\\*'),
  ...(es !== undefined && { es: es.replaceAll('*', '\\*') }),
});
