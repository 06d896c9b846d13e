import { type QuestionContent, type QuestionKind } from '@haven/assessment/contract';
import * as fc from 'fast-check';
import { tidy } from '../found';

/** Words as people write them, with every sign that means something in some format. */
const word = fc.oneof(
  fc.stringMatching(/^[A-Za-z]{1,8}$/),
  fc.constantFrom('año', '¿por qué?', '«sí»', '😀', '漢字', "mayor's", '1 < 2', 'a > b', 'R&D', '&amp;', '&#241;'),
  fc.constantFrom('~', '=', '#', '{x}', '::', '\\', '\\n', '->', '%50%', '[html]', '[plain]', '//', '*', '\\*', '####'),
  fc.constantFrom('<b>bold</b>', '<!-- no -->', ']]>', '<![CDATA[', '"', "'", '$CATEGORY:', '{1:SA:=x}', 'a,b;c', '\n'),
);
const plain = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => tidy(words.join(' ')));
export const text = plain.filter((written) => written !== '').map((en) => ({ en }));
const texts = (min: number, max: number) =>
  fc.uniqueArray(text, { minLength: min, maxLength: max, selector: ({ en }) => en.toLowerCase() });
const letter = (at: number) => String.fromCharCode(97 + at);

/** Options of which the ones in `right` are right. */
const options = (right: fc.Arbitrary<number>) =>
  fc
    .tuple(texts(2, 6), right)
    .map(([all, many]) =>
      all.map((one, at) => ({ id: letter(at), text: one, correct: at % all.length < Math.min(many, all.length) })),
    );
const one = fc
  .tuple(texts(2, 6), fc.nat())
  .map(([all, right]) => all.map((text, at) => ({ id: letter(at), text, correct: at === right % all.length })));
const common = { prompt: text, explanation: text, evidence: fc.constant(null) };
const number = fc.oneof(fc.integer({ min: -9999, max: 9999 }), fc.double({ noNaN: true, min: -1e6, max: 1e6 }));
const accepted = texts(1, 4);
const gap = fc.oneof(
  one.map((given) => ({ kind: 'choose' as const, options: given })),
  fc.record({
    kind: fc.constant('type' as const),
    accepted,
    matchCase: fc.boolean(),
    matchAccents: fc.constant(false),
  }),
);
/** What stands around blanks must not look like one, nor begin or end with what a line loses. */
const around = plain.map((written) => written.replace(/[[\]\n]/g, '').trim() || 'x');

/** A question of each type as it comes out of a file: in one language, without evidence. */
export const questions: { [K in QuestionKind]: fc.Arbitrary<Extract<QuestionContent, { kind: K }>> } = {
  single: fc.record({ kind: fc.constant('single' as const), ...common, options: one }),
  multiple: fc.record({
    kind: fc.constant('multiple' as const),
    ...common,
    options: options(fc.integer({ min: 1, max: 6 })),
  }),
  'true-false': fc.record({ kind: fc.constant('true-false' as const), ...common, truth: fc.boolean() }),
  ordering: fc.record({
    kind: fc.constant('ordering' as const),
    ...common,
    items: texts(3, 6).map((all) => all.map((text, at) => ({ id: letter((at + 1) % all.length), text }))),
  }),
  matching: fc
    .tuple(fc.record(common), texts(2, 5), texts(2, 6), fc.array(fc.nat(), { minLength: 5, maxLength: 5 }))
    .map(([rest, rows, targets, chosen]) => ({
      kind: 'matching' as const,
      ...rest,
      rows: rows.map((text, at) => ({ id: `r${at}`, text, target: `t${(chosen[at] ?? 0) % targets.length}` })),
      targets: targets.map((text, at) => ({ id: `t${at}`, text })),
    })),
  numeric: fc.record({
    kind: fc.constant('numeric' as const),
    ...common,
    value: number.map((value) => value + 0),
    tolerance: number.map(Math.abs),
    units: fc
      .option(fc.constantFrom('km', 'm²', '%', 'años'))
      .map((unit) => (unit === null ? [] : [{ id: 'a', text: { en: unit }, factor: 1 }])),
  }),
  'short-text': fc.record({
    kind: fc.constant('short-text' as const),
    ...common,
    accepted,
    matchCase: fc.boolean(),
    matchAccents: fc.constant(false),
  }),
  blanks: fc
    .tuple(
      fc.record(common),
      fc.array(gap, { minLength: 1, maxLength: 4 }),
      fc.array(around, { minLength: 5, maxLength: 5 }),
    )
    .map(([rest, gaps, words]) => ({
      kind: 'blanks' as const,
      ...rest,
      text: { en: tidy(`${words[4]} ${gaps.map((_, at) => `${words[at]} [${letter(at)}]`).join(' ')} end`) },
      blanks: gaps.map((given, at) => ({ id: letter(at), ...given })),
    })),
  hotspot: one.chain((regions) =>
    fc.record({
      kind: fc.constant('hotspot' as const),
      ...common,
      picture: fc.constant('data:image/png;base64,AAAA'),
      alt: text,
      regions: fc.constant(
        regions.map((region, at) => ({ ...region, x: at * 10, y: at * 5, width: 5.5, height: 7.2 })),
      ),
    }),
  ),
  reflection: fc.record({ kind: fc.constant('reflection' as const), ...common }),
};

/** The same, for a test of each. */
export const eachType = Object.entries(questions) as [QuestionKind, fc.Arbitrary<QuestionContent>][];

/** A question without the names of its parts and without what they stand in no order: what two files of it have in common. */
export function bare(content: QuestionContent): unknown {
  switch (content.kind) {
    case 'matching': {
      const textOf = (id: string) => content.targets.find((target) => target.id === id)?.text.en;
      return {
        ...content,
        rows: content.rows.map(({ text, target }) => [text.en, textOf(target)]),
        targets: content.targets.map(({ text }) => text.en).toSorted(),
      };
    }
    case 'ordering':
      return { ...content, items: content.items.map(({ text }) => text) };
    default:
      return content;
  }
}
