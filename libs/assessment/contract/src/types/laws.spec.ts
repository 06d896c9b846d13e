import * as fc from 'fast-check';
import * as z from 'zod';
import { type Answer, isPicks } from '../answer';
import { compare, type Fraction, FULL, NONE } from '../fraction';
import { type QuestionRules } from './question-type';
import { allRules } from './rules';
import { QuestionContent, QuestionFace } from './schemas';
import { type Sample, samples } from './testing/samples';
import { scale, ScaleContent, ScaleFace, scaleSample } from './testing/scale';
import { textsOf, withTexts } from './texts-of';

interface Tried {
  rules: QuestionRules<{ kind: string }, { id: string }>;
  sample: Sample<{ kind: string }>;
}

// The type of the specs joins by being in these lists, and by nothing else.
const contents = z.discriminatedUnion('kind', [...QuestionContent.options, ScaleContent]);
const faces = z.discriminatedUnion('kind', [...QuestionFace.options, ScaleFace]);
const rules: Record<string, Tried['rules']> = { ...allRules, scale };
const tried = Object.entries({ ...samples, scale: scaleSample } as Record<string, Tried['sample']>).map(
  ([kind, sample]) => [kind, { sample, rules: rules[kind] }] as [string, Tried],
);

const QUESTION = '01890000-0000-7000-8000-000000000000';
const order = (seed: number, shuffle = true) => ({ question: QUESTION, seed, shuffle });
const withAnswer = ({ sample }: Tried) =>
  sample.content.chain((content) => fc.tuple(fc.constant(content), sample.answer(content)));
const within = (credit: Fraction) => compare(credit, NONE) >= 0 && compare(credit, FULL) <= 0;

/** Every name exchanged for another, in a question or in an answer. The fields and answers that a type itself names keep their names. */
function renamed<T>(value: T, name: (id: string) => string): T {
  const go = (part: unknown, key = ''): unknown => {
    if (key === 'id' || key === 'target') return name(part as string);
    if (typeof part === 'string') return part.replace(/\[([a-z]{4})\]/g, (_, id: string) => `[${name(id)}]`);
    if (Array.isArray(part)) return part.map((one) => go(one));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([field, one]) => [field, go(one, field)]));
  };
  return go(value) as T;
}
const own = new Set(['value', 'unit', 'text', 'place', 'true', 'false']);
const given = (answer: Answer, name: (id: string) => string): Answer => {
  const id = (text: string) => (own.has(text) ? text : name(text));
  if (isPicks(answer)) return answer.map(id);
  return Object.fromEntries(
    Object.entries(answer).map(([field, text]) => [id(field), /^([a-z]{4}|m|km)$/.test(text) ? name(text) : text]),
  );
};
const backwards = (id: string) => `z-${Array.from(id).reverse().join('')}`;

describe.each(tried)('%s', (_, type) => {
  const { rules, sample } = type;

  it('is content and face of the contract', () =>
    fc.assert(
      fc.property(sample.content, (content) => {
        expect(contents.parse(content)).toEqual(content);
        const face = rules.face(content, order(1));
        expect(faces.parse(face)).toEqual(face);
      }),
    ));

  it('pays from nothing to everything, and everything for the key', () =>
    fc.assert(
      fc.property(withAnswer(type), ([content, answer]) => {
        expect(rules.accepts(content, answer)).toBe(true);
        const credit = rules.grade(content, answer);
        const key = rules.key(content);
        expect(credit === null).toBe(key === null);
        if (!credit || !key) return;
        expect(within(credit)).toBe(true);
        expect(rules.accepts(content, key)).toBe(true);
        expect(rules.grade(content, key)).toEqual(FULL);
        expect(rules.right(content).length).toBeGreaterThan(0);
      }),
    ));

  it('pays nothing for nothing', () =>
    fc.assert(
      fc.property(sample.content, (content) => {
        for (const nothing of [[], {}]) expect([null, NONE]).toContainEqual(rules.grade(content, nothing));
      }),
    ));

  it('does not depend on names', () =>
    fc.assert(
      fc.property(withAnswer(type), ([content, answer]) =>
        expect(rules.grade(renamed(content, backwards), given(answer, backwards))).toEqual(
          rules.grade(content, answer),
        ),
      ),
    ));

  it('has a face that is the same whatever the key is', () =>
    fc.assert(
      fc.property(sample.content, fc.integer(), fc.boolean(), (content, seed, shuffle) => {
        const face = rules.face(content, order(seed, shuffle));
        expect(rules.face(sample.rekeyed(content), order(seed, shuffle))).toEqual(face);
        expect(JSON.stringify(face)).not.toMatch(/secret|correct|target"|explanation|evidence/i);
      }),
    ));

  it('says every answer in plain text in both languages', () =>
    fc.assert(
      fc.property(withAnswer(type), ([content, answer]) => {
        for (const line of rules.summarise(rules.face(content, order(7)), answer)) {
          expect(typeof line.en).toBe('string');
          expect(typeof line.es).toBe('string');
        }
      }),
    ));

  it('refuses names that it does not know', () =>
    fc.assert(
      fc.property(sample.content, (content) => {
        expect(rules.accepts(content, ['no-such'])).toBe(false);
        expect(rules.accepts(content, { 'no-such': 'x' })).toBe(false);
      }),
    ));

  it('shows all its texts to whoever translates', () =>
    fc.assert(
      fc.property(sample.content, (content) => {
        const count = JSON.stringify(content).match(/"en":/g)?.length;
        const found = textsOf(content);
        expect(found).toHaveLength(count ?? 0);
        expect(new Set(found.map(({ path }) => path)).size >= found.length - 4).toBe(true);
        expect(withTexts(content, ({ text }) => text)).toEqual(content);
        const told = withTexts(content, ({ path, text }) => ({ ...text, es: path }));
        expect(textsOf(told).map(({ text }) => text.es)).toEqual(found.map(({ path }) => path));
      }),
    ));
});
