import { QuestionContent, type QuestionKind } from '@haven/assessment/contract';
import * as z from 'zod';

const words = z.strictObject({ en: z.string(), es: z.string() });

/** Both bodies of a text as a form holds them: what is not written is empty. */
export type Both = z.infer<typeof words>;

/**
 * A question as a form holds it: every text is there, if empty. Also how it is kept on the device, half written as it may be. `body` is what
 * only its type has, in the shape of the contract.
 */
export const QuestionModel = z.strictObject({
  kind: z.custom<QuestionKind>((kind) => QuestionContent.options.some((option) => option.shape.kind.value === kind)),
  prompt: words,
  explanation: words,
  evidence: z.string(),
  body: z.record(z.string(), z.unknown()),
});
export type QuestionModel = z.infer<typeof QuestionModel>;

type Common = 'kind' | 'prompt' | 'explanation' | 'evidence';
type Written<T> = T extends { en: string }
  ? Both
  : T extends readonly (infer One)[]
    ? Written<One>[]
    : T extends object
      ? { [K in keyof T]: Written<T[K]> }
      : T;

/** What only questions of type `K` have, with every text there. */
export type BodyOf<K extends QuestionKind> = Written<Omit<Extract<QuestionContent, { kind: K }>, Common>>;

const isText = (value: object): value is { en: string; es?: string | undefined } =>
  'en' in value && typeof value.en === 'string';

/** `value` with `change` made to every text in it. */
function withTexts(value: unknown, change: (text: { en: string; es?: string | undefined }) => object): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isText(value)) return change(value);
  if (Array.isArray(value)) return value.map((one) => withTexts(one, change));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withTexts(one, change)]));
}

export function toQuestionModel({ evidence, ...content }: QuestionContent): QuestionModel {
  const { kind, prompt, explanation, ...body } = withTexts(content, ({ en, es = '' }) => ({ en, es })) as Omit<
    QuestionModel,
    'body' | 'evidence'
  >;
  return { kind, prompt, explanation, evidence: evidence ?? '', body };
}

/** What is sent; the server and the form check it by the contract, as a form can hold what no question is. */
export const toQuestionContent = ({ body, evidence, ...common }: QuestionModel): QuestionContent =>
  withTexts({ ...common, evidence: evidence.trim() || null, ...body }, ({ en, es = '' }) =>
    es.trim() ? { en, es } : { en },
  ) as QuestionContent;

/** Whether `model` says the content of a question that the contract takes. */
export const isSendable = (model: QuestionModel) => QuestionContent.safeParse(toQuestionContent(model)).success;

export const nothing = (): Both => ({ en: '', es: '' });

/** A name for a new part that none of `taken` has. It is made by chance, so that it tells nothing of the order or of what belongs to what. */
export function freeId(taken: readonly { id: string }[]): string {
  for (;;) {
    const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
    const id = `o${word.toString(36)}`;
    if (!taken.some((part) => part.id === id)) return id;
  }
}

/** Items under names that do not stand in the order of the alphabet, as the contract wants where the order is the key. */
export function unsorted<T extends { id: string }>(items: readonly T[]): T[] {
  const named = [...items];
  while (named.length > 1 && named.every(({ id }, at) => at === 0 || (named[at - 1]?.id ?? '') < id)) {
    const [first] = named;
    if (first) named[0] = { ...first, id: freeId(named) };
  }
  return named;
}
