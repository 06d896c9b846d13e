import { type Locale, type Text } from '@haven/shared/contract';
import { type Answer, entries, isBlank, isPicks } from '../../answer';
import { floored, type Fraction, fraction, NONE, sum, times } from '../../fraction';
import { rightIds } from '../choice';
import { corrected } from '../corrected';
import { laidOut } from '../lines';
import { type QuestionRules } from '../question-type';
import { isAccepted } from '../typed';
import { filled } from './pieces';
import { type Blank, type BlanksContent, type BlanksFace } from './schema';

const EMPTY = '____';

/** One blank: chosen from a list it is corrected for guessing; typed there is nothing to guess from, so a wrong word takes nothing back. */
function worth(blank: Blank, given: string | undefined): Fraction {
  if (blank.kind === 'choose') return corrected(given, rightIds(blank.options)[0] ?? '', blank.options.length);
  return isAccepted(given ?? '', blank.accepted, blank) ? fraction(1) : NONE;
}

/** The mean of the blanks. */
export const balance = (blanks: readonly Blank[], answer: Answer): Fraction =>
  times(sum(blanks.map((blank) => worth(blank, entries(answer)[blank.id]))), fraction(1, blanks.length));

const keyOf = (blank: Blank) =>
  blank.kind === 'choose' ? (rightIds(blank.options)[0] ?? '') : (blank.accepted[0]?.en ?? '');

const inEach = (text: Text, fill: (blank: string, locale: Locale) => string): Text => ({
  en: filled(text.en, (blank) => fill(blank, 'en')),
  ...(text.es !== undefined && { es: filled(text.es, (blank) => fill(blank, 'es')) }),
});

const bodyOf = (text: Text | undefined, locale: Locale) => text?.[locale] ?? text?.en;

export const rules: QuestionRules<BlanksContent, BlanksFace> = {
  accepts: ({ blanks }, answer) =>
    !isPicks(answer) &&
    Object.entries(answer).every(([field, text]) => {
      const blank = blanks.find(({ id }) => id === field);
      if (blank?.kind === 'choose') return text === '' || blank.options.some(({ id }) => id === text);
      return blank !== undefined && text.length <= 200;
    }),
  grade: ({ blanks }, answer) => floored(balance(blanks, answer)),
  key: ({ blanks }) => Object.fromEntries(blanks.map((blank) => [blank.id, keyOf(blank)])),
  right: ({ text, blanks }) => [
    inEach(text, (name, locale) => {
      const blank = blanks.find(({ id }) => id === name);
      const right = blank?.kind === 'choose' ? blank.options.find(({ correct }) => correct)?.text : blank?.accepted[0];
      return bodyOf(right, locale) ?? EMPTY;
    }),
  ],
  face: ({ kind, prompt, text, blanks }, order) => ({
    kind,
    id: order.question,
    prompt,
    text,
    blanks: blanks.map((blank) => ({
      id: blank.id,
      options:
        blank.kind === 'choose'
          ? laidOut(blank.options, { ...order, question: `${order.question}/${blank.id}` })
          : null,
    })),
  }),
  summarise: ({ text, blanks }, answer) => {
    if (isBlank(answer)) return [];
    const given = entries(answer);
    return [
      inEach(text, (name, locale) => {
        const options = blanks.find(({ id }) => id === name)?.options;
        const chosen = options
          ? bodyOf(options.find(({ id }) => id === given[name])?.text, locale)
          : given[name]?.trim();
        return chosen || EMPTY;
      }),
    ];
  },
};
