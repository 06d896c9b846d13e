import fc from 'fast-check';
import { askedIn, contentAsked, facesOf, markedBy, type Paper, quizFaceOf } from './paper';
import { QuizRules } from './quiz';
import { rulesOf } from './types/rules';
import { type QuestionContent } from './types/schemas';

const content = (n: number): QuestionContent =>
  ({
    kind: n % 5 === 4 ? 'reflection' : 'true-false',
    prompt: { en: `Question ${n}` },
    explanation: { en: `Reason ${n}` },
    evidence: null,
    ...(n % 5 !== 4 && { truth: n % 2 === 0 }),
  }) as QuestionContent;

const papers = fc
  .record({
    tags: fc.array(fc.constantFrom('', 'a', 'b'), { minLength: 1, maxLength: 20 }),
    draws: fc.uniqueArray(fc.record({ tag: fc.constantFrom('a', 'b'), count: fc.integer({ min: 1, max: 5 }) }), {
      selector: ({ tag }) => tag,
    }),
    shuffleQuestions: fc.boolean(),
    passMark: fc.integer({ min: 1, max: 100 }),
  })
  .map(({ tags, draws, shuffleQuestions, passMark }): Paper => ({
    rules: QuizRules.parse({ passMark, shuffle: true, shuffleQuestions, draws }),
    questions: tags.map((tag, n) => ({ id: `q${n}`, tags: tag ? [tag] : [], content: content(n) })),
  }));
const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const ids = (questions: readonly { id: string }[]) => questions.map(({ id }) => id);

describe('what a paper asks', () => {
  it('is the same for the same seed, whatever the order in which its questions come', () =>
    fc.assert(
      fc.property(papers, seeds, (paper, seed) => {
        const drawnOnly = { ...paper, rules: { ...paper.rules, shuffleQuestions: true } };
        const turned = { ...drawnOnly, questions: paper.questions.toReversed() };
        expect(ids(askedIn(turned, seed))).toEqual(ids(askedIn(drawnOnly, seed)));
      }),
    ));

  it('is every question without a drawn tag, and of each drawn tag as many as are asked for and there are', () =>
    fc.assert(
      fc.property(papers, seeds, (paper, seed) => {
        const { draws } = paper.rules;
        const asked = askedIn(paper, seed);
        const isDrawn = ({ tags }: { tags: readonly string[] }) => draws.some(({ tag }) => tags.includes(tag));
        expect(new Set(ids(asked)).size).toBe(asked.length);
        expect(new Set(ids(asked.filter((one) => !isDrawn(one))))).toEqual(
          new Set(ids(paper.questions.filter((one) => !isDrawn(one)))),
        );
        for (const { tag, count } of draws) {
          const pool = paper.questions.filter(({ tags }) => tags.includes(tag)).length;
          expect(asked.filter(({ tags }) => tags.includes(tag))).toHaveLength(Math.min(count, pool));
        }
      }),
    ));

  it('is the same looked at question by question', () =>
    fc.assert(
      fc.property(papers, seeds, (paper, seed) => {
        const asked = new Map(askedIn(paper, seed).map(({ id, content }) => [id, content]));
        for (const { id } of [...paper.questions, { id: 'unknown' }])
          expect(contentAsked(paper, seed, id)).toBe(asked.get(id));
      }),
    ));

  it('is what it shows, what it marks, and what it says of itself', () =>
    fc.assert(
      fc.property(papers, seeds, (paper, seed) => {
        const asked = askedIn(paper, seed);
        const keys = new Map(asked.map(({ id, content }) => [id, rulesOf(content.kind).key(content) ?? []]));
        const { credit, passed, questions } = markedBy(paper, seed, keys);
        const face = quizFaceOf('quiz', paper, seed);
        expect(ids(facesOf(paper, seed))).toEqual(ids(asked));
        expect(questions.map(({ question }) => question)).toEqual(ids(asked));
        expect(face.questions).toBe(asked.length);
        expect([Number(credit.of), passed]).toEqual([face.scored ?? face.questions, true]);
      }),
    ));
});
