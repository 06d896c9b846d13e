import { type PracticeSheet, type QuestionContent, QuizRules, type Response } from '@haven/assessment/contract';
import fc from 'fast-check';
import { begun, detailOf, together, withAnswer, withConfirmed } from './practice';

const content: QuestionContent = {
  kind: 'single',
  prompt: { en: 'Which?' },
  explanation: { en: 'Because.' },
  evidence: null,
  options: ['a', 'b', 'c'].map((id) => ({ id, text: { en: id }, correct: id === 'a' })),
};
const sheet: PracticeSheet = {
  quiz: 'quiz',
  version: 1,
  release: 'release',
  rules: QuizRules.parse({ passMark: 0, shuffle: true, practice: true }),
  questions: ['p', 'q'].map((id) => ({ id, tags: [], content })),
};
const fresh = begun(sheet, 7, new Date(0));
const response = (question: string, answer: string[], seq: number): Response => ({
  id: `${question}${seq}${answer.join()}`,
  question,
  answer,
  seq,
  at: new Date(seq).toISOString(),
});

describe('practice on a device', () => {
  it('tells no key and no mark before it is handed in, and both after', () => {
    const open = withAnswer(withAnswer(fresh, response('p', ['b'], 1)), response('p', ['a'], 2));
    const detail = detailOf('id', sheet, open);
    expect(detail.responses).toEqual([{ question: 'p', answer: ['a'], seq: 2 }]);
    expect(JSON.stringify(detail)).not.toMatch(/correct|Because/);
    expect(detail.result).toBeNull();
    const { result } = detailOf('id', sheet, { ...open, submittedAt: new Date(9).toISOString() });
    expect(result).toMatchObject({ credit: 1, passed: true, questions: [{ credit: 1 }, { credit: 0 }] });
  });

  it('tells what is right of a confirmed question and of no other, and its answer stays', () => {
    const open = withAnswer(withAnswer(fresh, response('p', ['b'], 1)), response('q', ['a'], 1));
    const fixed = withAnswer(withConfirmed(open, 'p'), response('p', ['a'], 2));
    const detail = detailOf('id', sheet, fixed);
    expect(detail.confirmed).toEqual([expect.objectContaining({ question: 'p', credit: 0 })]);
    expect(detail.responses).toContainEqual({ question: 'p', answer: ['b'], seq: 1 });
    const handedIn = detailOf('id', sheet, { ...fixed, submittedAt: new Date(9).toISOString() });
    expect(handedIn).toMatchObject({ result: { credit: 1 } });
    expect(handedIn.confirmed).toBeUndefined();
    expect(together(open, fixed).confirmed).toEqual(['p']);
  });

  const responses = fc.array(
    fc
      .tuple(fc.constantFrom('p', 'q'), fc.constantFrom('a', 'b', 'c'), fc.nat(9))
      .map(([question, option, seq]) => response(question, [option], seq)),
  );

  it('keeps the newest answer of each question, whatever two tabs know', () =>
    fc.assert(
      fc.property(responses, responses, (a, b) => {
        const one = a.reduce(withAnswer, fresh);
        const both = together(one, b.reduce(withAnswer, fresh));
        for (const { question, seq } of [...a, ...b])
          expect(both.responses.find((held) => held.question === question)?.seq).toBeGreaterThanOrEqual(seq);
      }),
    ));

  it('is handed in where either tab handed it in', () => {
    const done = { ...fresh, submittedAt: new Date(3).toISOString() };
    expect(together(fresh, done).submittedAt).toBe(done.submittedAt);
    expect(together(done, fresh).submittedAt).toBe(done.submittedAt);
  });
});
