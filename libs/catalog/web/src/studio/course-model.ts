import { CourseWords, Topic } from '@haven/catalog/contract';
import { type ContractIssue } from '@haven/identity/web/editing';
import { type Text } from '@haven/shared/contract';
import { type I18n } from '@haven/shared/web';
import * as z from 'zod';

const both = z.strictObject({ en: z.string(), es: z.string() });

/** The words of a course as a form holds them: every text is there, if empty. Also how they are kept on the device. */
export const CourseModel = z.strictObject({ title: both, summary: both, topic: Topic });
export type CourseModel = z.infer<typeof CourseModel>;

export const blankCourse: CourseModel = { title: { en: '', es: '' }, summary: { en: '', es: '' }, topic: 'cities' };

const filled = ({ en, es }: Text) => ({ en, es: es ?? '' });

export const toCourseModel = ({
  title,
  summary,
  topic,
}: {
  title: Text;
  summary: Text;
  topic: Topic;
}): CourseModel => ({
  title: filled(title),
  summary: filled(summary),
  topic,
});

/** An empty Spanish text means that there is none yet. */
const written = ({ en, es }: CourseModel['title']) => ({ en: en.trim(), ...(es.trim() && { es: es.trim() }) });

export const toCourseWords = ({ title, summary, topic }: CourseModel): CourseWords => ({
  title: written(title),
  summary: written(summary),
  topic,
});

export const isSendable = (model: CourseModel): boolean => CourseWords.safeParse(toCourseWords(model)).success;

const most = { title: 200, summary: 400 };

/** What to do about one thing that the contract has against the words of a course. */
export function courseIssueWords(i18n: I18n, { path, kind }: Pick<ContractIssue, 'path' | 'kind'>): string {
  const say = (key: string, n = 0) => i18n.t(`studio.courseWords.errors.${key}`, { most: i18n.number(n) });
  if (path.startsWith('slug')) return say(kind === 'taken' ? 'slugTaken' : 'slug');
  if (path.startsWith('summary')) return say('summaryLong', most.summary);
  return kind === 'too_big' ? say('titleLong', most.title) : say('title');
}
