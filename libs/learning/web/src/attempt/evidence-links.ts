import { inject } from '@angular/core';
import { type EvidenceLink } from '@haven/assessment/web/review';
import { clock } from '@haven/recordings/web';
import { I18n } from '@haven/shared/web';
import { CourseStudy } from '../course/course-study';

/** Makes links of what questions point at: to read or watch it again. Null for what is not in the course. */
export function evidenceLinks(): (href: string) => EvidenceLink | null {
  const [study, i18n] = [inject(CourseStudy), inject(I18n)];
  return (href) => {
    const to = study.resolve(href);
    const lesson = study.lesson(/^lesson:([a-z0-9-]+)/.exec(href)?.[1] ?? '');
    if (!to || !lesson) return null;
    const [t, title] = [to.query?.['t'], i18n.text(lesson.title)];
    const text = t
      ? i18n.t('learning.attempt.watchAgain', { title, time: clock(Number(t)) })
      : i18n.t('learning.attempt.readAgain', { title });
    return { path: to.path, query: to.query ?? {}, text };
  };
}
