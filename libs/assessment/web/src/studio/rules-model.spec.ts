import { QuizRules, QuizSetUp } from '@haven/assessment/contract';
import fc from 'fast-check';
import { faultsOf, poolsOf, RulesModel, toRulesModel, toSetUp } from './rules-model';

const question = (id: string, tags: string[]) => ({ id, version: 1, tags, ready: true, content: null as never });
const ids = ['b3a8b5a6-0d0c-4c53-9f0e-0d2f5d5cf001', 'b3a8b5a6-0d0c-4c53-9f0e-0d2f5d5cf002'];
const [first = '', second = ''] = ids;
const draft = (rules: Partial<QuizRules>, tags: string[] = []) => ({
  rules: QuizRules.parse({ passMark: 70, shuffle: true, ...rules }),
  questions: [question(first, tags), question(second, [])],
});

describe('the rules of a quiz in a form', () => {
  const limits = fc.record({
    passMark: fc.integer({ min: 1, max: 100 }),
    shuffle: fc.boolean(),
    shuffleQuestions: fc.boolean(),
    attempts: fc.option(fc.integer({ min: 1, max: 20 })),
    coolDown: fc.integer({ min: 0, max: 10_080 }),
    timeLimit: fc.option(fc.integer({ min: 1, max: 600 })),
    feedback: fc.constantFrom('submit' as const, 'pass' as const, 'never' as const),
  });

  it('are sent as they came where nothing was changed', () =>
    fc.assert(
      fc.property(limits, (rules) => {
        const came = draft({ ...rules, draws: [{ tag: 'doors', count: 1 }] }, ['doors']);
        const sent = QuizSetUp.parse(toSetUp(toRulesModel(came)));
        expect(sent).toEqual({ rules: came.rules, tags: { [first]: ['doors'], [second]: [] } });
      }),
    ));

  it('name what is wrong by its field', () => {
    const model = { ...toRulesModel(draft({})), passMark: 'half', attempts: '0', timeLimit: '1.5' };
    expect([...faultsOf(model)].sort()).toEqual(['attempts', 'passMark', 'timeLimit']);
    expect([...faultsOf({ ...toRulesModel(draft({})), passMark: '' })]).toEqual(['passMark']);
  });

  it('have no limits for practice, whatever the hidden fields hold', () => {
    const model = { ...toRulesModel(draft({ attempts: 2, feedback: 'never' })), practice: true };
    expect([...faultsOf(model)]).toEqual([]);
    expect(toSetUp(model).rules).toMatchObject({ practice: true, passMark: 0, attempts: null, feedback: 'submit' });
  });

  it('draw from what is tagged, and no more than there is', () => {
    const model = { ...toRulesModel(draft({})), tags: { [first]: 'Doors,  who', [second]: 'doors' } };
    expect(poolsOf(model)).toEqual([
      { tag: 'doors', own: 2, all: 2, shared: false },
      { tag: 'who', own: 1, all: 1, shared: false },
    ]);
    expect([...faultsOf({ ...model, counts: { doors: '3', who: '1' } })]).toEqual(['counts.doors']);
  });

  it('draw from all questions with tags that the quiz may not have itself, and say how many', () => {
    const came = draft({ draws: [{ tag: 'law', count: 3, from: 'bank' }] }, ['doors']);
    const model = toRulesModel(came);
    expect(QuizSetUp.parse(toSetUp(model)).rules).toEqual(came.rules);
    const elsewhere = [
      { tag: 'law', practice: false, questions: 4 },
      { tag: 'law', practice: true, questions: 9 },
      { tag: 'doors', practice: false, questions: 1 },
    ];
    expect(poolsOf(model, elsewhere)).toEqual([
      { tag: 'doors', own: 1, all: 2, shared: false },
      { tag: 'law', own: 0, all: 4, shared: true },
    ]);
    expect(poolsOf({ ...model, practice: true }, elsewhere)[1]).toMatchObject({ all: 9 });
    expect([...faultsOf(model)]).toEqual([]);
    expect([...faultsOf({ ...model, counts: {} })]).toEqual(['counts.law']);
    expect([...faultsOf({ ...model, counts: { law: '101' } })]).toEqual(['counts.law']);
  });

  it('are read as they were kept before there was anything to share', () => {
    const { shared: _, ...before } = toRulesModel(draft({}));
    expect(RulesModel.parse(before).shared).toEqual([]);
  });
});
