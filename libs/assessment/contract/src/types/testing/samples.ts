import * as fc from 'fast-check';
import { type Answer } from '../../answer';
import { type QuestionContent, type QuestionKind } from '../schemas';

/** What the laws of every type are tried on. `Content` may be of a type that Haven does not have. */
export interface Sample<Content> {
  readonly content: fc.Arbitrary<Content>;
  /** An answer that can be given to `content`, right or wrong. */
  answer(content: Content): fc.Arbitrary<Answer>;
  /** The same question with another key. */
  rekeyed(content: Content): Content;
}

type Of<K extends QuestionKind> = Extract<QuestionContent, { kind: K }>;

const text = (en: string) => ({ en, es: `${en}, en español` });
export const common = { prompt: text('Prompt'), explanation: text('SECRET why'), evidence: 'lesson:secret?t=1' };

/** Names by chance, so that they say nothing. */
const ids = (min: number, max: number) =>
  fc.uniqueArray(fc.stringMatching(/^[a-z]{4}$/), { minLength: min, maxLength: max });
const named = (id: string) => ({ id, text: text(`text of ${id}`) });

/** Options of which the first `right` are right, then mixed. */
const options = (right: (n: number) => fc.Arbitrary<number>) =>
  ids(2, 8).chain((names) =>
    right(names.length).chain((many) =>
      fc.shuffledSubarray(
        names.map((id, at) => ({ ...named(id), correct: at < many })),
        { minLength: names.length, maxLength: names.length },
      ),
    ),
  );
const one = options(() => fc.constant(1));

const rotated = <T extends { correct: boolean }>(given: readonly T[]): T[] =>
  given.map((option, at) => ({ ...option, correct: given[(at + 1) % given.length]?.correct ?? false }));
const anyOf = (parts: readonly { id: string }[], most: number) =>
  fc.shuffledSubarray(
    parts.map(({ id }) => id),
    { maxLength: most },
  );

const blank = fc.oneof(
  one.map((given) => ({ kind: 'choose' as const, options: given })),
  fc.boolean().map((strict) => ({
    kind: 'type' as const,
    accepted: [text('Sécret')],
    matchCase: strict,
    matchAccents: strict,
  })),
);
const word = fc.constantFrom('', 'secret', 'SÉCRET ', 'another');

export const samples: { [K in QuestionKind]: Sample<Of<K>> } = {
  single: {
    content: one.map((given) => ({ kind: 'single' as const, ...common, options: given })),
    answer: ({ options }) => anyOf(options, 1),
    rekeyed: (content) => ({ ...content, options: rotated(content.options) }),
  },
  multiple: {
    content: options((n) => fc.integer({ min: 1, max: n })).map((given) => ({
      kind: 'multiple' as const,
      ...common,
      options: given,
    })),
    answer: ({ options }) => anyOf(options, options.length),
    rekeyed: (content) => ({ ...content, options: content.options.map((option) => ({ ...option, correct: true })) }),
  },
  'true-false': {
    content: fc.boolean().map((truth) => ({ kind: 'true-false' as const, ...common, truth })),
    answer: () => fc.constantFrom([], ['true'], ['false']),
    rekeyed: (content) => ({ ...content, truth: !content.truth }),
  },
  ordering: {
    content: ids(3, 7)
      .filter((names) => names.join() !== names.toSorted().join())
      .map((names) => ({ kind: 'ordering' as const, ...common, items: names.map(named) })),
    answer: ({ items }) =>
      fc.shuffledSubarray(
        items.map(({ id }) => id),
        { minLength: items.length, maxLength: items.length },
      ),
    rekeyed: (content) => ({ ...content, items: content.items.toReversed() }),
  },
  matching: {
    content: fc
      .tuple(ids(2, 5), ids(2, 6))
      .filter(([rows, targets]) => rows.every((id) => !targets.includes(id)))
      .chain(([rows, targets]) =>
        fc.tuple(...rows.map(() => fc.constantFrom(...targets))).map((chosen) => ({
          kind: 'matching' as const,
          ...common,
          rows: rows.map((id, at) => ({ ...named(id), target: chosen[at] ?? '' })),
          targets: targets.map(named),
        })),
      ),
    answer: ({ rows, targets }) =>
      fc
        .tuple(...rows.map(() => fc.constantFrom('', ...targets.map(({ id }) => id))))
        .map((chosen) => Object.fromEntries(rows.map(({ id }, at) => [id, chosen[at] ?? '']))),
    rekeyed: (content) => ({
      ...content,
      rows: content.rows.map((row) => ({
        ...row,
        target: content.targets.find(({ id }) => id !== row.target)?.id ?? '',
      })),
    }),
  },
  numeric: {
    content: fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.nat(5)).map(([value, tolerance]) => ({
      kind: 'numeric' as const,
      ...common,
      value,
      tolerance,
      units: [
        { ...named('m'), factor: 1 },
        { ...named('km'), factor: 1000 },
      ],
    })),
    answer: () =>
      fc.record({
        value: fc.oneof(fc.integer().map(String), fc.string({ maxLength: 9 })),
        unit: fc.constantFrom('', 'm', 'km'),
      }),
    rekeyed: (content) => ({ ...content, value: content.value + 1, tolerance: content.tolerance + 1 }),
  },
  'short-text': {
    content: fc.boolean().map((strict) => ({
      kind: 'short-text' as const,
      ...common,
      accepted: [text('Sécret')],
      matchCase: strict,
      matchAccents: strict,
    })),
    answer: () => word.map((typed) => ({ text: typed })),
    rekeyed: (content) => ({ ...content, accepted: [text('SECRET two')], matchCase: !content.matchCase }),
  },
  blanks: {
    content: fc.uniqueArray(fc.stringMatching(/^[a-z]{4}$/), { minLength: 1, maxLength: 4 }).chain((names) =>
      fc.tuple(...names.map((id) => blank.map((rest) => ({ id, ...rest })))).map((blanks) => ({
        kind: 'blanks' as const,
        ...common,
        text: text(names.map((id) => `words [${id}]`).join(' ')),
        blanks,
      })),
    ),
    answer: ({ blanks }) =>
      fc
        .tuple(
          ...blanks.map((one) =>
            one.kind === 'type' ? word : fc.constantFrom('', ...one.options.map(({ id }) => id)),
          ),
        )
        .map((given) => Object.fromEntries(blanks.map(({ id }, at) => [id, given[at] ?? '']))),
    rekeyed: (content) => ({
      ...content,
      blanks: content.blanks.map((one) =>
        one.kind === 'choose' ? { ...one, options: rotated(one.options) } : { ...one, accepted: [text('SECRET two')] },
      ),
    }),
  },
  hotspot: {
    content: one.map((given) => ({
      kind: 'hotspot' as const,
      ...common,
      picture: 'data:image/png;base64,AAAA',
      alt: text('alt'),
      regions: given.map((region, at) => ({ ...region, x: at * 8, y: at, width: 5, height: 5 })),
    })),
    answer: ({ regions }) => anyOf(regions, 1),
    rekeyed: (content) => ({ ...content, regions: rotated(content.regions) }),
  },
  reflection: {
    content: fc.constant({ kind: 'reflection' as const, ...common }),
    answer: () => fc.string({ maxLength: 50 }).map((text) => ({ text })),
    rekeyed: (content) => ({ ...content, explanation: text('SECRET two') }),
  },
};
