import { QuestionContent } from '@haven/assessment/contract';
import * as z from 'zod';

const words = z.strictObject({ en: z.string(), es: z.string() });

/** A question as a form holds it: every text is there, if empty. Also how it is kept on the device, half written as it may be. */
export const QuestionModel = z.strictObject({
  kind: z.enum(['single', 'multiple']),
  prompt: words,
  options: z.array(z.strictObject({ id: z.string(), text: words, correct: z.boolean() })),
  explanation: words,
  evidence: z.string(),
});
export type QuestionModel = z.infer<typeof QuestionModel>;

const both = (text: { en: string; es?: string | undefined }) => ({ en: text.en, es: text.es ?? '' });
const sent = ({ en, es }: { en: string; es: string }) => (es.trim() ? { en, es } : { en });

export const toQuestionModel = (content: QuestionContent): QuestionModel => ({
  kind: content.kind,
  prompt: both(content.prompt),
  options: content.options.map(({ id, text, correct }) => ({ id, text: both(text), correct })),
  explanation: both(content.explanation),
  evidence: content.evidence ?? '',
});

export const toQuestionContent = (model: QuestionModel): QuestionContent => ({
  kind: model.kind,
  prompt: sent(model.prompt),
  options: model.options.map(({ id, text, correct }) => ({ id, text: sent(text), correct })),
  explanation: sent(model.explanation),
  evidence: model.evidence.trim() || null,
});

/** A name for a new option that no option of the question has: the names are the same in every language and in every answer given. */
export function freeOptionId(model: QuestionModel): string {
  const taken = new Set(model.options.map((option) => option.id));
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
  return letters.find((letter) => !taken.has(letter)) ?? crypto.randomUUID().slice(0, 8);
}

/** Whether `model` says the content of a question that the contract takes. */
export const isSendable = (model: QuestionModel) => QuestionContent.safeParse(toQuestionContent(model)).success;
