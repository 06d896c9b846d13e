import { EditLesson, LONGEST_TEXT, type LessonDraft, type LessonText } from '@haven/catalog/contract';
import { Blocks } from '@haven/shared/contract';
import { type I18n } from '@haven/shared/web';
import { type ContractIssue } from '@haven/identity/web/editing';
import * as z from 'zod';

const words = z.strictObject({ title: z.string(), summary: z.string(), blocks: Blocks });

/** A lesson as a form holds it: every text is there, if empty. Also how it is kept on the device, half written as it may be. */
export const LessonModel = z.strictObject({ en: words, es: words });
export type LessonModel = z.infer<typeof LessonModel>;

const blank = { title: '', summary: '', blocks: [] };
const inOrder = ({ title, summary, blocks }: LessonText) => ({ title, summary, blocks });

export const toLessonModel = ({ en, es }: Pick<LessonDraft, 'en' | 'es'>): LessonModel => ({
  en: inOrder(en),
  es: inOrder(es ?? blank),
});

/** Three empty fields mean that there is no Spanish yet. */
export const toEditLesson = ({ en, es }: LessonModel): EditLesson => ({
  en,
  es: es.title.trim() || es.summary.trim() || es.blocks.length > 0 ? es : null,
});

export const isSendable = (model: LessonModel) => EditLesson.safeParse(toEditLesson(model)).success;

const most = { title: 200, summary: 400, text: LONGEST_TEXT };

/** What to do about one thing that the contract has against a lesson. */
export function lessonIssueWords(i18n: I18n, issue: ContractIssue): string {
  const [locale, part] = issue.path.split('.');
  const say = (key: string, params = {}) => i18n.t(`studio.lesson.errors.${key}`, params);
  if (part === 'summary') return say('summaryLong', { most: i18n.number(most.summary) });
  if (part === 'blocks') return say('textLong', { most: i18n.number(most.text) });
  if (issue.kind === 'too_big') return say('titleLong', { most: i18n.number(most.title) });
  return say(locale === 'es' ? 'esTitle' : 'title');
}
