import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type LessonDetail } from '@haven/catalog/contract';
import { CatalogClient } from '@haven/catalog/web';
import { parseTime } from '@haven/recordings/web';
import { HvButton, HvDialog, HvEmpty, HvIcon, HvLoadError, HvNotice, HvSkeleton } from '@haven/shared/ui';
import { I18n, pageTitle, problemOf } from '@haven/shared/web';
import { CourseOutline } from '../course/course-outline';
import { CourseStudy } from '../course/course-study';
import { ProgressWords } from '../course/progress-words';
import { SavePill } from '../save-pill';
import { LessonChanged } from './lesson-changed';
import { LessonSteps } from './lesson-steps';
import { QuizLesson } from './quiz-lesson';
import { ReadingLesson } from './reading-lesson';
import { RecordingLesson } from './recording-lesson';

/** One lesson of a course: the outline beside it, its text, recording or quiz, whether and why it is complete, and the way on. */
@Component({
  selector: 'haven-lesson-page',
  imports: [
    RouterLink,
    CourseOutline,
    LessonChanged,
    LessonSteps,
    ReadingLesson,
    RecordingLesson,
    QuizLesson,
    SavePill,
    HvButton,
    HvDialog,
    HvEmpty,
    HvIcon,
    HvLoadError,
    HvNotice,
    HvSkeleton,
  ],
  templateUrl: './lesson-page.html',
})
export class LessonPage {
  readonly course = input.required<string>();
  readonly lesson = input.required<string>();
  readonly t = input<string>();
  readonly tab = input<string>();

  protected readonly i18n = inject(I18n);
  protected readonly study = inject(CourseStudy);
  protected readonly words = inject(ProgressWords);
  private readonly router = inject(Router);

  protected readonly resource = inject(CatalogClient).lesson(this.course, this.lesson);
  protected readonly sheet = signal(false);
  /** The lesson before the next one has arrived is not shown as if it were that. */
  protected readonly detail = computed<LessonDetail | null>(() => {
    const lesson = this.resource.hasValue() ? this.resource.value() : null;
    return lesson?.slug === this.lesson() ? lesson : null;
  });
  protected readonly unknown = computed(() => problemOf(this.resource.error())?.code === 'not-found');
  protected readonly progress = computed(() => this.study.of(this.lesson()));
  protected readonly around = computed(() => this.study.around(this.lesson()));
  protected readonly second = computed(() => parseTime(this.t()));
  protected readonly fresh = computed(() => this.study.completed() === this.lesson());
  protected readonly courseIsFresh = computed(
    () => this.fresh() && !!this.study.progress()?.completedAt && !this.study.next(),
  );

  constructor() {
    pageTitle(() => {
      const lesson = this.detail();
      return lesson ? this.i18n.text(lesson.title) : this.unknown() ? this.i18n.t('learning.lesson.notFound') : null;
    });
    effect(() => {
      this.lesson();
      untracked(() => this.study.completed.set(null));
    });
  }

  /** A script that did not come is not asked for twice by the same page. */
  protected reloadPage(): void {
    location.reload();
  }

  protected selectTab(tab: string): void {
    void this.router.navigate([], {
      queryParams: { tab: tab || null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }
}
