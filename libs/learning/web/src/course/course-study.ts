import { computed, DestroyRef, effect, inject, Injectable, resource, signal, untracked } from '@angular/core';
import { type AccessRules, type Asker, type LessonAccess, type LessonCard } from '@haven/catalog/contract';
import { courseAccess, lessonAccess } from '@haven/catalog/contract/plain';
import { CatalogClient } from '@haven/catalog/web';
import { type CourseProgress, type LessonNews, type LessonProgress } from '@haven/learning/contract';
import { SessionStore } from '@haven/identity/web';
import { isStaff } from '@haven/shared/contract/plain';
import { Announcer } from '@haven/shared/ui';
import { I18n, isUnanswered, problemOf, Shelf } from '@haven/shared/web';
import { LearningClient } from '../learning-client';
import { momentIn, rulesOf } from '../shut/rules-of';
import { shutOf } from '../shut/shut-of';

/**
 * A course while somebody goes through it: its outline, and this person's progress in it. Provided by the course's frame, so that every
 * page under it shares one truth. Opening it enrols: a second watched has to be somebody's, and the tie costs the reader nothing.
 */
@Injectable()
export class CourseStudy {
  private readonly client = inject(LearningClient);
  private readonly i18n = inject(I18n);
  private readonly announcer = inject(Announcer);
  private readonly session = inject(SessionStore);
  private readonly held = signal<CourseProgress | null>(null);
  /** The progress of each course as the server last told it, to be read without a line. */
  private readonly shelf = new Shelf<CourseProgress>('haven-progress', 'courses');

  readonly slug = signal<string | undefined>(undefined);
  readonly course = inject(CatalogClient).course(this.slug);
  private readonly enrolment = resource({ params: this.slug, loader: ({ params }) => this.client.enrol(params) });

  readonly detail = computed(() => (this.course.hasValue() ? this.course.value() : null));
  readonly unknown = computed(() => problemOf(this.course.error())?.code === 'not-found');
  private readonly told = computed(() => (this.held()?.slug === this.slug() ? this.held() : null));
  /** Whether the progress could not be had: the course can be read, and what is done waits on the device. */
  readonly apart = computed(() => this.enrolment.status() === 'error' && !this.told());
  /** Whether that is because nobody answers. */
  readonly away = computed(() => this.apart() && isUnanswered(this.enrolment.error()));
  private readonly shelved = resource({
    // What the server refuses does not show because it was seen here once.
    params: () => (this.away() ? this.slug() : undefined),
    loader: async ({ params }) => (await this.shelf.get(params)) ?? null,
  });
  /** As the server told it on this page; without a line as it told it last on this device; null where nothing is known. */
  readonly progress = computed(() => this.told() ?? (this.shelved.hasValue() ? this.shelved.value() : null));
  readonly lessons = computed(() => this.detail()?.modules.flatMap((module) => module.lessons) ?? []);
  readonly done = computed(() => this.progress()?.lessons.filter((lesson) => lesson.completedAt).length ?? 0);
  readonly next = computed(() => this.lessons().find((lesson) => lesson.slug === this.progress()?.next) ?? null);
  private readonly rules = computed<AccessRules | null>(() => {
    const course = this.detail();
    return course && rulesOf(course);
  });
  /** Whoever works on courses may look at more than others; how much, the server says. */
  private readonly asker = computed<Asker>(() => {
    const [rules, course, role] = [this.rules(), this.slug() ?? '', this.session.person()?.role];
    const lessons = this.progress()?.lessons ?? [];
    const slugs = (which: (lesson: LessonProgress) => unknown) =>
      new Set(lessons.filter(which).map(({ slug }) => slug));
    const waiting = (rules?.lessons ?? []).filter((slug) => this.client.readWaiting(course, slug));
    return {
      now: this.away() || !rules ? new Date() : momentIn(this.detail()?.phase, rules),
      author: role !== undefined && isStaff(role),
      ...{ inside: true, begun: this.progress() !== null },
      completed: new Set(),
      done: new Set([...slugs(({ completedAt }) => completedAt), ...waiting]),
      underWay: slugs(({ missing }) => missing?.kind === 'pass' && missing.openAttempt),
    };
  });
  /** Why nothing new can be done in the course; null where it can. The server's word, or without a line what the device knows. */
  readonly shut = computed<LessonAccess | null>(() => {
    const [refused, rules] = [shutOf(this.enrolment.error()), this.rules()];
    if (refused || !rules) return refused;
    const access = courseAccess(rules, this.asker());
    return access.state === 'open' ? null : access;
  });
  /** What has come since they completed the course. What an older page kept on this device does not know of it. */
  readonly news = computed<readonly LessonNews[]>(
    () => (this.progress() as Partial<CourseProgress> | null)?.news ?? [],
  );
  /** The lesson that was completed on this page, for as long as its page is open. */
  readonly completed = signal<string | null>(null);

  constructor() {
    effect(() => {
      if (this.enrolment.hasValue()) this.take(this.enrolment.value());
    });
    effect(() => this.take(this.client.progressed()));
    const online = () => this.apart() && this.enrolment.reload();
    addEventListener('online', online);
    inject(DestroyRef).onDestroy(() => removeEventListener('online', online));
  }

  /** How a lesson is open to this person, as far as this device knows. */
  access(lesson: string): LessonAccess {
    const rules = this.rules();
    return rules ? lessonAccess(rules, this.asker(), lesson) : { state: 'open' };
  }

  /** The lesson to complete before this one. */
  lockedBy(lesson: string): LessonCard | null {
    const access = this.access(lesson);
    return access.state === 'locked' ? this.lesson(access.by) : null;
  }

  path(lesson?: string, rest = ''): string {
    return this.i18n.path(`/learn/${this.slug() ?? ''}${lesson ? `/${lesson}` : ''}${rest}`);
  }

  of(lesson: string): LessonProgress | null {
    return this.progress()?.lessons.find((progress) => progress.slug === lesson) ?? null;
  }

  lesson(slug: string): LessonCard | null {
    return this.lessons().find((lesson) => lesson.slug === slug) ?? null;
  }

  /** The lessons before and after `slug` in the order of the outline. */
  around(slug: string): { previous: LessonCard | null; next: LessonCard | null } {
    const at = this.lessons().findIndex((lesson) => lesson.slug === slug);
    return at < 0
      ? { previous: null, next: null }
      : { previous: this.lessons()[at - 1] ?? null, next: this.lessons()[at + 1] ?? null };
  }

  reload(): void {
    this.course.reload();
    this.enrolment.reload();
  }

  /** Asks anew how far this person is. Without an answer what is known stays. */
  async refresh(): Promise<void> {
    const slug = this.slug();
    if (!slug) return;
    const progress = await this.client.progress(slug).catch(() => null);
    this.take(progress);
  }

  /** Where a `lesson:name?t=` link of a text leads. */
  readonly resolve = (href: string): { path: string; query?: Record<string, string> } | null => {
    const [, slug, t] = /^lesson:([a-z0-9-]+)(?:\?t=(\d+))?$/.exec(href) ?? [];
    if (!slug || !this.lesson(slug)) return null;
    return { path: this.path(slug), ...(t ? { query: { t } } : {}) };
  };

  private take(progress: CourseProgress | null): void {
    untracked(() => {
      if (!progress || progress.slug !== this.slug()) return;
      const before = this.told();
      this.held.set(progress);
      void this.shelf.put(progress.slug, progress);
      if (before) this.announce(before, progress);
    });
  }

  private announce(before: CourseProgress, after: CourseProgress): void {
    const was = new Set(before.lessons.filter((lesson) => lesson.completedAt).map((lesson) => lesson.slug));
    const fresh = after.lessons.find((lesson) => lesson.completedAt && !was.has(lesson.slug));
    const card = fresh && this.lesson(fresh.slug);
    if (!card) return;
    this.completed.set(card.slug);
    const [title, next] = [this.i18n.text(card.title), this.next()];
    const said = next
      ? this.i18n.t('learning.news.lessonNext', { title, next: this.i18n.text(next.title) })
      : this.i18n.t('learning.news.lesson', { title });
    const course = this.detail();
    const whole = course && after.completedAt && !before.completedAt;
    this.announcer.say(
      whole ? `${said} ${this.i18n.t('learning.news.course', { title: this.i18n.text(course.title) })}` : said,
    );
  }
}
