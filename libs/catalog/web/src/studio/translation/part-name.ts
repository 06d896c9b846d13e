import { type TranslationPart } from '@haven/catalog/contract';
import { type I18n } from '@haven/shared/web';

/** What each part of a section is, in words. Questions are counted in their order. */
export function partNames(i18n: I18n, parts: readonly TranslationPart[]): Map<string, string> {
  const questions = [...new Set(parts.flatMap(({ key }) => questionOf(key)))];
  return new Map(parts.map((part) => [part.key, nameOf(i18n, part, questions)]));
}

const questionOf = (key: string) => /^([0-9a-f-]{36})\./.exec(key)?.slice(1) ?? [];

function nameOf(i18n: I18n, { key, source }: TranslationPart, questions: readonly string[]): string {
  const t = (kind: string, n?: number) =>
    i18n.t(`translation.part.${kind}`, n === undefined ? {} : { n: i18n.number(n) });
  if (typeof source !== 'string') return t(source.type);
  const [question] = questionOf(key);
  if (question) {
    const path = key.slice(question.length + 1);
    return t(path === 'prompt' || path === 'explanation' ? path : 'answer', questions.indexOf(question) + 1);
  }
  const [, kind = 'title', n] = /^@([a-z]+)(?:-(\d+)$)?/.exec(key) ?? [];
  return kind === 'outcome' ? t(kind, Number(n)) : t(kind);
}
