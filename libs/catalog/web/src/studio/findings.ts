import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Finding, type StudioCourse } from '@haven/catalog/contract';
import { I18n } from '@haven/shared/web';

const ofQuestions: readonly Finding['code'][] = ['no-questions', 'no-evidence', 'draft-question'];
const ofSettings: readonly Finding['code'][] = [
  ...(['closes-before-it-opens', 'needs-itself', 'needs-unpublished', 'no-groups', 'old-review'] as const),
];

/** Where in the studio a finding is mended: the questions of a quiz, the text of a lesson, the settings, or the outline. */
export function mendPath(finding: Finding, course: StudioCourse): string {
  const lesson = course.modules.flatMap((module) => module.lessons).find((other) => other.id === finding.lesson);
  const base = `/studio/courses/${course.id}`;
  if (finding.code === 'translation-not-ready') return `${base}/translations`;
  if (!lesson) return `${base}/${ofSettings.includes(finding.code) ? 'settings' : 'outline'}`;
  if (lesson.quiz && finding.code === 'short-draw') return `${base}/questions/${lesson.quiz}/rules`;
  return lesson.quiz && ofQuestions.includes(finding.code)
    ? `${base}/questions/${lesson.quiz}`
    : `${base}/lessons/${lesson.id}`;
}

/** What stands in the way of publishing, or is worth a look, each a link to where it is mended. */
@Component({
  selector: 'haven-findings',
  imports: [RouterLink],
  template: `
    <ul class="findings">
      @for (finding of findings(); track $index) {
        <li>
          <strong>{{
            i18n.t(finding.level === 'blocking' ? 'studio.outline.stops' : 'studio.outline.look')
          }}</strong>&ngsp;
          <a
            [id]="'finding-' + $index"
            [routerLink]="i18n.path(path(finding, course()))"
            [queryParams]="query(finding)"
            >{{ i18n.t('studio.finding.' + finding.code, { title: i18n.text(finding.title) }) }}</a
          >
        </li>
      }
    </ul>
  `,
})
export class Findings {
  readonly findings = input.required<readonly Finding[]>();
  readonly course = input.required<StudioCourse>();
  protected readonly i18n = inject(I18n);
  protected readonly path = mendPath;
  /** Which lesson on the page of translations, which question on that of a quiz. */
  protected readonly query = ({ code, lesson, question }: Finding) =>
    code === 'translation-not-ready' ? { lesson } : question ? { question } : null;
}
