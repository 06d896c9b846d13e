import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { HvBackLink, HvButton, HvIcon, HvLoadError, HvNotice, HvProgress, HvSkeleton, HvTag } from '@haven/shared/ui';
import { I18n, pageTitle } from '@haven/shared/web';
import { SavePill } from '../save-pill';
import { ShutNotice } from '../shut/shut-notice';
import { CourseStudy } from './course-study';
import { MissingList } from './missing-list';
import { ProgressWords } from './progress-words';
import { SinceCompleted } from './since-completed';

/** A course as a list of tasks: what is complete and why, what is missing and where, and one button to go on. */
@Component({
  selector: 'haven-course-progress-page',
  imports: [
    RouterLink,
    HvBackLink,
    HvButton,
    HvIcon,
    HvLoadError,
    HvNotice,
    HvProgress,
    HvSkeleton,
    HvTag,
    MissingList,
    SavePill,
    ShutNotice,
    SinceCompleted,
  ],
  templateUrl: './course-progress-page.html',
  host: { class: 'wrap page' },
})
export class CourseProgressPage {
  protected readonly i18n = inject(I18n);
  protected readonly study = inject(CourseStudy);
  protected readonly words = inject(ProgressWords);

  protected readonly next = computed(
    () => this.study.next() ?? (this.study.progress()?.completedAt ? null : (this.study.lessons()[0] ?? null)),
  );
  protected readonly percentless = computed(() => ({
    done: this.i18n.number(this.study.done()),
    total: this.i18n.number(this.study.progress()?.lessons.length ?? this.study.lessons().length),
  }));

  constructor() {
    pageTitle(() => {
      const course = this.study.detail();
      return course && this.i18n.text(course.title);
    });
  }
}
