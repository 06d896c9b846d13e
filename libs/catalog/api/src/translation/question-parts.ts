import { type QuestionContent, type QuestionDraft, textsOf, withTexts } from '@haven/assessment/contract';
import { type QuestionUnit } from '../content';
import { lineName } from '../text/translation';
import { type Part, partOf } from './part';

/** What is known of the translations of questions: what somebody said of them, and every wording that there was. */
export interface QuestionLore {
  readonly units: Readonly<Record<string, QuestionUnit>>;
  readonly wordings: ReadonlyMap<string, readonly QuestionContent[]>;
}

/** The key of a text of a question within its lesson. */
export const questionKey = (question: string, path: string) => `${question}.${path}`;

/** The question and the path that a key names, or null where it names no question. */
export function fromQuestionKey(key: string): { question: string; path: string } | null {
  const [, question = '', path = ''] = /^([0-9a-f-]{36})\.(.+)$/.exec(key) ?? [];
  return question ? { question, path } : null;
}

/** The texts of a quiz. A question that was never said to be right beside its English was made from the English that stood there then. */
export function questionParts(questions: readonly QuestionDraft[], { units, wordings }: QuestionLore): Part[] {
  const seen = new Set<string>();
  return questions.flatMap(({ id, content }) =>
    textsOf(content).flatMap(({ path, text: { en, es } }) => {
      const key = questionKey(id, path);
      if (seen.has(key) || !en.trim()) return [];
      seen.add(key);
      const unit = units[key];
      const said = es && unit?.words === lineName(es);
      return partOf(key, en, es || null, said ? unit : { of: sourceOf(wordings.get(id) ?? [], path, en, es) });
    }),
  );
}

/** The name of the English that stood beside this Spanish when it was written. */
function sourceOf(wordings: readonly QuestionContent[], path: string, en: string, es: string | undefined): string {
  const texts = wordings.map((content) => textsOf(content).find((at) => at.path === path)?.text);
  const first = texts.findLastIndex((text) => text?.es !== es) + 1;
  return lineName(texts[first]?.en ?? en);
}

/** The question with another translation of the text at `path`. Null takes it away. */
export function withQuestionText(content: QuestionContent, path: string, es: string | null): QuestionContent {
  return withTexts(content, (at) => (at.path === path ? { en: at.text.en, ...(es !== null && { es }) } : at.text));
}
