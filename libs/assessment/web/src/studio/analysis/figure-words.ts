import { type ItemFlag, type QuestionAnalysis } from '@haven/assessment/contract';
import { type I18n } from '@haven/shared/web';

/** How a question stands; `untold` where too few people were asked it. */
export type Standing = ItemFlag | 'untold';

/** What needs a look first, and what nothing is known of last. */
export const standings: readonly Standing[] = ['poor', 'check', 'good', 'untold'];

export const standingOf = ({ verdict }: Pick<QuestionAnalysis, 'verdict'>): Standing => verdict?.flag ?? 'untold';

/** A question with its place in the quiz, from 1. */
export interface Placed {
  readonly n: number;
  readonly item: QuestionAnalysis;
}

/** What needs a look first; those that stand alike keep the order of the quiz. */
export const inTurn = (questions: readonly QuestionAnalysis[]): Placed[] =>
  questions
    .map((item, at) => ({ n: at + 1, item }))
    .sort((a, b) => standings.indexOf(standingOf(a.item)) - standings.indexOf(standingOf(b.item)));

/** How many stand how, in sentences. */
export const sumWords = (i18n: I18n, questions: readonly QuestionAnalysis[]): string =>
  standings
    .flatMap((standing) => {
      const count = questions.filter((question) => standingOf(question) === standing).length;
      return count ? [i18n.n(`analysis.sum.${standing}`, count)] : [];
    })
    .join(' ');

/** The figures of a question, each a name and a few words. */
export function figureWords(i18n: I18n, item: QuestionAnalysis): { name: string; words: string; hint?: string }[] {
  const t = (key: string, params = {}) => i18n.t(`analysis.figures.${key}`, params);
  return [
    { name: t('people'), words: t('about', { n: i18n.number(item.people ?? 0) }) },
    { name: t('right'), words: rightWords(i18n, item) },
    { name: t('telling'), words: tellingWords(i18n, item), hint: t('tellsHint') },
    { name: t('time'), words: timeWords(i18n, item) },
    { name: t('languages'), words: languageWords(i18n, item) },
  ];
}

function rightWords(i18n: I18n, { facility }: QuestionAnalysis): string {
  if (!facility) return i18n.t('analysis.figures.rightUntold');
  const key = { about: 'rightAbout', 'at-least': 'rightAtLeast', 'at-most': 'rightAtMost' }[facility.kind];
  return i18n.t(`analysis.figures.${key}`, { percent: i18n.number(facility.percent) });
}

function tellingWords(i18n: I18n, { discrimination }: QuestionAnalysis): string {
  if (discrimination === null) return i18n.t('analysis.figures.tellsUntold');
  const key =
    discrimination < 0
      ? 'tellsAgainst'
      : discrimination < 0.2
        ? 'tellsLittle'
        : discrimination < 0.4
          ? 'tellsSome'
          : 'tellsWell';
  return i18n.t(`analysis.figures.${key}`, { n: i18n.number(discrimination) });
}

function timeWords(i18n: I18n, { seconds }: QuestionAnalysis): string {
  if (seconds === null) return i18n.t('analysis.figures.timeUntold');
  if (seconds < 5) return i18n.t('analysis.figures.quick');
  if (seconds < 60) return i18n.n('analysis.figures.seconds', seconds);
  return i18n.t('analysis.figures.minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}

function languageWords(i18n: I18n, { languages }: QuestionAnalysis): string {
  if (!languages) return i18n.t('analysis.figures.languagesUntold');
  if (languages.level === 'A') return i18n.t('analysis.figures.same');
  const key = languages.percent < 0 ? 'harderSpanish' : languages.percent > 0 ? 'harderEnglish' : 'harderOne';
  return i18n.t(`analysis.figures.${key}`, { percent: i18n.number(Math.abs(languages.percent)) });
}
