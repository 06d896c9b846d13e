import { type Answer, compare, FULL, grade, NONE, type QuestionContent } from '@haven/assessment/contract';
import fc from 'fast-check';
import { type Act, regrading, standing } from './acts';
import { type GradingRow } from './grading.entity';

const options = ['a', 'b', 'c'];
const content = (right: readonly string[]): QuestionContent => ({
  kind: 'multiple',
  prompt: { en: 'Which?' },
  explanation: { en: 'Because.' },
  evidence: null,
  options: options.map((id) => ({ id, text: { en: id }, correct: right.includes(id) })),
});

const keys = fc.subarray(options, { minLength: 1 });
const answers: fc.Arbitrary<Answer> = fc.subarray(options);
const act = (lower: fc.Arbitrary<boolean>): fc.Arbitrary<Act> =>
  fc.oneof(
    fc.record({
      kind: fc.constant('key' as const),
      ...{ question: fc.constant('q'), attempt: fc.constant(null), number: fc.integer({ min: 1, max: 4 }), lower },
      content: keys.map(content),
    }),
    fc.record({
      kind: fc.constant('credit' as const),
      ...{ question: fc.constant('q'), attempt: fc.constant('it'), percent: fc.integer({ min: 1, max: 100 }) },
    }),
  );
const raising = fc.array(act(fc.constant(false)), { maxLength: 5 });
const any = fc.array(act(fc.boolean()), { maxLength: 5 });

/** The credit of an answer to a question that was asked in its version 2. */
function credit(acts: readonly Act[], right: readonly string[], answer: Answer) {
  const question = { id: 'q', tags: [], content: content(right) };
  const { mark } = regrading(acts, [{ id: 'q', version: 2 }])(question, answer, grade(question.content, answer));
  if (!mark) throw new Error('It is scored.');
  return mark;
}

describe('grading anew', () => {
  it('never lowers a credit by default, whatever is done', () =>
    fc.assert(
      fc.property(raising, keys, answers, (acts, right, answer) =>
        expect(compare(credit(acts, right, answer), credit([], right, answer))).toBeGreaterThanOrEqual(0),
      ),
    ));

  it('comes to the same in whatever order it is done, where nothing is lowered', () =>
    fc.assert(
      fc.property(raising, keys, answers, (acts, right, answer) =>
        expect(credit(acts.toReversed(), right, answer)).toEqual(credit(acts, right, answer)),
      ),
    ));

  it('gives from nothing to everything', () =>
    fc.assert(
      fc.property(any, keys, answers, (acts, right, answer) => {
        const given = credit(acts, right, answer);
        expect(compare(given, NONE)).toBeGreaterThanOrEqual(0);
        expect(compare(given, FULL)).toBeLessThanOrEqual(0);
      }),
    ));

  it('is exactly what the new key gives where that is wanted, and only for those who were asked before it', () =>
    fc.assert(
      fc.property(keys, keys, answers, fc.integer({ min: 1, max: 4 }), (right, corrected, answer, number) => {
        const key = { question: 'q', attempt: null, number, content: content(corrected), lower: true } as const;
        const expected = number > 2 ? credit([], corrected, answer) : credit([], right, answer);
        expect(credit([{ kind: 'key', ...key }], right, answer)).toEqual(expected);
      }),
    ));

  it('concerns no other question, and no answer that the corrected question cannot be given', () => {
    const key = { kind: 'key', attempt: null, number: 3, lower: true } as const;
    const other = { ...key, question: 'p', content: content(['b']) };
    expect(credit([other], ['a'], ['a'])).toEqual(FULL);
    const [first, second] = content(['b']).kind === 'multiple' ? options : [];
    const without: QuestionContent = {
      ...(content(['b']) as Extract<QuestionContent, { kind: 'multiple' }>),
      options: [first, second].map((id) => ({ id: `${id}-new`, text: { en: 'x' }, correct: id === first })),
    };
    expect(credit([{ ...key, question: 'q', content: without }], ['a'], ['a'])).toEqual(FULL);
  });

  it('shows what is right by the key that was corrected last, to those whom it concerns', () => {
    const key = { kind: 'key', question: 'q', attempt: null, lower: false } as const;
    const acts = [
      { ...key, number: 3, content: content(['b']) },
      { ...key, number: 4, content: content(['c']) },
    ];
    const question = { id: 'q', tags: [], content: content(['a']) };
    const shown = (version: number) => regrading(acts, [{ id: 'q', version }])(question, ['a'], FULL);
    expect(shown(2)).toEqual({ mark: FULL, content: content(['c']), regraded: true });
    expect(shown(4)).toEqual({ mark: FULL, content: content(['a']) });
  });
});

describe('the gradings that stand', () => {
  const rows = fc.array(fc.option(fc.nat(9), { nil: undefined }), { maxLength: 12 }).map((undoings) => {
    const all: GradingRow[] = [];
    const taken = new Set<string>();
    for (const [n, undoing] of undoings.entries()) {
      const undone = undoing === undefined ? undefined : all.filter(({ kind }) => kind !== 'undo')[undoing];
      const undoes = undone && !taken.has(undone.id) ? undone.id : null;
      if (undoes) taken.add(undoes);
      all.push({ id: `g${n}`, kind: undoes ? 'undo' : 'key', undoes, at: new Date(n) } as GradingRow);
    }
    return all;
  });

  it('are what they were once a grading is taken back, and all are kept', () =>
    fc.assert(
      fc.property(rows, (all) => {
        const last = { id: 'last', kind: 'key', undoes: null, at: new Date(100) } as GradingRow;
        const undo = { id: 'undo', kind: 'undo', undoes: 'last', at: new Date(101) } as GradingRow;
        expect(standing([...all, last, undo])).toEqual(standing(all));
        expect(standing([...all, last]).at(-1)).toBe(last);
      }),
    ));

  it('are in the order of their time, however they are read', () =>
    fc.assert(fc.property(rows, (all) => expect(standing(all.toReversed())).toEqual(standing(all)))));
});
