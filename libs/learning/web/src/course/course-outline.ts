import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { HvIcon, HvProgress } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { CourseStudy } from './course-study';
import { ProgressWords } from './progress-words';

/** The outline beside a lesson: every lesson with its status in words, the current one marked. */
@Component({
  selector: 'haven-course-outline',
  imports: [RouterLink, HvIcon, HvProgress],
  host: { class: 'outline' },
  template: `
    @if (study.detail(); as course) {
      <p class="outline-course">
        <a [routerLink]="study.path()" [attr.lang]="i18n.lang(course.title)" (click)="chosen.emit()">{{
          i18n.text(course.title)
        }}</a>
      </p>
      @if (study.progress(); as progress) {
        <p class="small">
          {{
            i18n.t('learning.course.done', {
              done: i18n.number(study.done()),
              total: i18n.number(progress.lessons.length),
            })
          }}
        </p>
        <hv-progress
          [value]="study.done()"
          [max]="progress.lessons.length"
          [label]="i18n.t('learning.course.progress')"
        />
      }
      @for (module of course.modules; track module.id) {
        <p class="outline-module" [id]="prefix() + module.slug" [attr.lang]="i18n.lang(module.title)">
          {{ i18n.text(module.title) }}
        </p>
        <ul [attr.aria-labelledby]="prefix() + module.slug">
          @for (lesson of module.lessons; track lesson.id) {
            @let progress = study.of(lesson.slug);
            <li>
              <a
                class="outline-lesson"
                [routerLink]="study.path(lesson.slug)"
                [attr.aria-current]="lesson.slug === current() ? 'page' : null"
                (click)="chosen.emit()"
              >
                <span class="outline-mark">
                  @if (progress?.completedAt) {
                    <hv-icon name="check" />
                  }
                </span>
                <span>
                  <span class="outline-title" [attr.lang]="i18n.lang(lesson.title)">{{ i18n.text(lesson.title) }}</span>
                  <span class="outline-facts"
                    >{{ words.kind(lesson) }}{{ i18n.t('list.separator')
                    }}{{ locked(lesson.slug) || words.status(progress).word }}</span
                  >
                </span>
              </a>
            </li>
          }
        </ul>
      }
    }
  `,
})
export class CourseOutline {
  readonly current = input.required<string>();
  /** Before ids: the outline may stand twice in a page, beside it and in the sheet. */
  readonly prefix = input('outline-');
  readonly chosen = output();
  protected readonly i18n = inject(I18n);
  protected readonly study = inject(CourseStudy);
  protected readonly words = inject(ProgressWords);

  protected locked(lesson: string): string {
    const by = this.study.lockedBy(lesson);
    return by ? this.i18n.t('learning.shut.after', { title: this.i18n.text(by.title) }) : '';
  }
}
