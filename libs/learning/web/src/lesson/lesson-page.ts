import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type LessonAccess, type LessonDetail } from '@haven/catalog/contract';
import { isReadable } from '@haven/catalog/contract/plain';
import { CatalogClient } from '@haven/catalog/web';
import { parseTime } from '@haven/recordings/web';
import { HvButton, HvDialog, HvEmpty, HvIcon, HvLoadError, HvNotice, HvSkeleton } from '@haven/shared/ui';
import { I18n, pageTitle, problemOf, readAgain } from '@haven/shared/web';
import { CourseOutline } from '../course/course-outline';
import { CourseStudy } from '../course/course-study';
import { ProgressWords } from '../course/progress-words';
import { SavePill } from '../save-pill';
import { ShutNotice } from '../shut/shut-notice';
import { shutOf } from '../shut/shut-of';
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
    ShutNotice,
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
  protected readonly card = computed(() => this.study.lesson(this.lesson()));
  /** Why the lesson is shut, by the server; without a line by what this device knows, also of a lesson that it has. */
  protected readonly shut = computed<LessonAccess | null>(() => {
    const access = this.study.away() ? this.study.access(this.lesson()) : shutOf(this.resource.error());
    return access && !isReadable(access) ? access : null;
  });
  protected readonly progress = computed(() => this.study.of(this.lesson()));
  protected readonly around = computed(() => this.study.around(this.lesson()));
  protected readonly second = computed(() => parseTime(this.t()));
  protected readonly fresh = computed(() => this.study.completed() === this.lesson());
  protected readonly courseIsFresh = computed(
    () => this.fresh() && !!this.study.progress()?.completedAt && !this.study.next(),
  );

  /** The lesson after which this one was asked for again: once for each. */
  private asked = '';

  constructor() {
    pageTitle(() => {
      const lesson = this.shut() ? this.card() : this.detail();
      return lesson ? this.i18n.text(lesson.title) : this.unknown() ? this.i18n.t('learning.lesson.notFound') : null;
    });
    // Whoever goes on at once comes before the mark of the lesson before: once that counts, the server is asked again.
    effect(() => {
      const shut = this.shut();
      const by = shut?.state === 'locked' ? shut.by : '';
      const opens = by !== this.asked && this.study.of(by)?.completedAt;
      if (opens) untracked(() => this.askAgain(by));
    });
    effect(() => {
      this.lesson();
      untracked(() => this.study.completed.set(null));
    });
  }

  private askAgain(by: string): void {
    this.asked = by;
    readAgain(this.resource);
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
