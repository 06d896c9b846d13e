import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type LessonAccess } from '@haven/catalog/contract';
import { HvNotice } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { CourseStudy } from '../course/course-study';

/** Why a course or a lesson is shut, and what to do: when it opens, or what to finish first, as links. */
@Component({
  selector: 'haven-shut-notice',
  imports: [HvNotice, RouterLink],
  template: `
    <hv-notice tone="warn">
      @switch (access().state) {
        @case ('needs') {
          <p>{{ i18n.t('learning.shut.needs') }}</p>
          <ul class="ticks">
            @for (course of courses(); track course.slug) {
              <li>
                <a [routerLink]="i18n.path('/courses/' + course.slug)" [attr.lang]="i18n.lang(course.title)">{{
                  i18n.text(course.title)
                }}</a>
              </li>
            }
          </ul>
        }
        @case ('locked') {
          <p>
            {{ i18n.t('learning.shut.locked') }}
            @if (lesson(); as lesson) {
              <a [routerLink]="study.path(lesson.slug)" [attr.lang]="i18n.lang(lesson.title)">{{
                i18n.text(lesson.title)
              }}</a>
            }
          </p>
        }
        @default {
          <p>{{ words() }}</p>
        }
      }
    </hv-notice>
  `,
})
export class ShutNotice {
  readonly access = input.required<LessonAccess>();

  protected readonly i18n = inject(I18n);
  protected readonly study = inject(CourseStudy);

  protected readonly words = computed(() => {
    const access = this.access();
    if (access.state === 'coming') return this.i18n.t('learning.shut.coming', { time: this.time(access.opens) });
    const since = access.state === 'closed' ? access.since : '';
    return this.i18n.t('learning.shut.closed', { time: this.time(since) });
  });
  protected readonly courses = computed(() => {
    const access = this.access();
    const known = this.study.detail()?.prerequisites ?? [];
    const needed = access.state === 'needs' ? access.courses : [];
    return needed.map((slug) => known.find((course) => course.slug === slug) ?? { slug, title: { en: slug } });
  });
  protected readonly lesson = computed(() => {
    const access = this.access();
    return access.state === 'locked' ? this.study.lesson(access.by) : null;
  });

  private time(instant: string): string {
    return instant ? this.i18n.moment(instant) : '';
  }
}
