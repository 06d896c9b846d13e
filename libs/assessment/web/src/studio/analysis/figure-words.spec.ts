import { ItemReason, type QuestionAnalysis } from '@haven/assessment/contract';
import fc from 'fast-check';
import { inTurn, standingOf, standings } from './figure-words';
import en from './i18n/en';
import es from './i18n/es';

const item = (question: string, verdict: QuestionAnalysis['verdict']): QuestionAnalysis => ({
  ...{ question, prompt: { en: question }, kind: 'single', earlier: false, people: null, facility: null },
  ...{ discrimination: null, seconds: null, options: [], languages: null, verdict },
});
const verdict = fc.option(
  fc.record({ flag: fc.constantFrom('good', 'check', 'poor'), reasons: fc.constant<ItemReason[]>([]) }),
);

describe('figures of questions', () => {
  it('show what needs a look first, each with its place in the quiz', () =>
    fc.assert(
      fc.property(fc.array(verdict), (verdicts) => {
        const all = verdicts.map((one, at) => item(String(at), one));
        const shown = inTurn(all);
        const ranks = shown.map((one) => standings.indexOf(standingOf(one.item)));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        expect(shown.map(({ n }) => n).toSorted((a, b) => a - b)).toEqual(all.map((_, at) => at + 1));
        for (const { n, item: one } of shown) expect(all[n - 1]).toBe(one);
        for (const standing of standings) {
          const places = shown.filter((one) => standingOf(one.item) === standing).map(({ n }) => n);
          expect(places).toEqual(places.toSorted((a, b) => a - b));
        }
      }),
    ));

  it('have a sentence and what to do for each reason, in both languages', () => {
    for (const { analysis } of [en, es])
      for (const words of [analysis.reasons, analysis.advice])
        expect(Object.keys(words).toSorted()).toEqual(ItemReason.options.toSorted());
  });
});
