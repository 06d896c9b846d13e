import { type CourseStatus } from '@haven/catalog/contract';
import { type I18n } from '@haven/shared/web';

/** How a course stands, in one sentence: who sees what since when, and how far the draft has moved on. */
export function statusWords(i18n: I18n, { release, changes }: CourseStatus): string {
  if (!release) return i18n.t('studio.status.never');
  const date = i18n.date(release.publishedAt);
  if (changes === 0) return i18n.t('studio.status.same', { date, n: i18n.number(release.number) });
  return i18n.n('studio.status.changes', changes, { date, number: i18n.number(release.number) });
}
