import { type CourseStatus, type StudioLesson } from '@haven/catalog/contract';
import { type I18n } from '@haven/shared/web';
import { inWords } from './releases/when';

/** How a course stands, in one sentence: who sees what since when, and how far the draft has moved on. */
export function statusWords(i18n: I18n, status: CourseStatus): string {
  const { planned } = status;
  const next = planned && i18n.t('studio.status.planned', { n: planned.number, time: inWords(i18n, planned.at) });
  return [presentWords(i18n, status), ...(next ? [next] : [])].join(' ');
}

function presentWords(i18n: I18n, { release, changes }: CourseStatus): string {
  if (!release) return i18n.t('studio.status.never');
  const date = i18n.date(release.publishedAt);
  const seen = i18n.t(`studio.status.seen.${release.visibility}`);
  if (changes === 0) return i18n.t('studio.status.same', { seen, date, n: i18n.number(release.number) });
  return i18n.n('studio.status.changes', changes, { seen, date, number: i18n.number(release.number) });
}

/** What a lesson is and what it still needs, in one line. */
export function lessonStatus(i18n: I18n, lesson: StudioLesson): string {
  const language = (locale: string) => ({ language: i18n.t(`editing.languages.${locale}`) });
  return [
    i18n.t(`studio.kind.${lesson.kind}`),
    i18n.n('units.minutes', lesson.minutes),
    ...(lesson.lacks ? [i18n.t(`studio.outline.lacks.${lesson.lacks}`)] : []),
    ...lesson.missingIn.map((locale) => i18n.t('studio.outline.missing', language(locale))),
    ...lesson.staleIn.map((locale) => i18n.t('studio.outline.stale', language(locale))),
  ].join(i18n.t('list.separator'));
}
