import { Component, computed, effect, inject, signal, untracked, viewChild } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { CourseWords, NewCourse } from '@haven/catalog/contract';
import { DeviceDrafts, SessionStore } from '@haven/identity/web';
import { contractIssues, controlFor, validateContract } from '@haven/identity/web/editing';
import { slugFrom } from '@haven/shared/contract';
import { I18n, pageTitle, problemOf } from '@haven/shared/web';
import { HvBackLink, HvButton, HvControl, HvErrorSummary, HvField, HvNotice } from '@haven/shared/ui';
import { CourseFields } from './course-fields';
import { blankCourse, courseIssueWords, CourseModel, toCourseWords } from './course-model';
import { StudioClient } from './studio-client';

/** A course begins with a title. All else can be written later. */
@Component({
  selector: 'haven-new-course-page',
  imports: [CourseFields, HvBackLink, HvButton, HvControl, HvErrorSummary, HvField, HvNotice, RouterLink],
  host: { class: 'studio studio-course' },
  templateUrl: './new-course-page.html',
})
export class NewCoursePage {
  protected readonly i18n = inject(I18n);
  private readonly client = inject(StudioClient);
  private readonly router = inject(Router);
  private readonly drafts = inject(DeviceDrafts);
  private readonly person = inject(SessionStore).person()?.id ?? 'nobody';
  private readonly courseFields = viewChild(CourseFields);

  protected readonly model = signal<CourseModel>(this.left() ?? blankCourse);
  protected readonly fields = form(this.model, (path) => validateContract(path, CourseWords, toCourseWords));
  /** The address as somebody typed it; until then the title proposes it. */
  protected readonly typedSlug = signal<string | null>(null);
  protected readonly slug = computed(() => this.typedSlug() ?? slugFrom(this.model().title.en));
  protected readonly taken = signal<string | null>(null);
  protected readonly attempted = signal(false);
  protected readonly sending = signal(false);
  protected readonly trouble = signal<'offline' | 'failed' | null>(null);

  private readonly slugIssue = computed(() => {
    if (this.taken() === this.slug()) return [{ path: 'slug', kind: 'taken' }];
    return NewCourse.shape.slug.safeParse(this.slug()).success ? [] : [{ path: 'slug', kind: 'invalid_format' }];
  });
  private readonly errors = computed(() => {
    const words = contractIssues(this.fields().errors());
    // Without a title there is no address yet: one thing to mend, not two.
    const issues =
      words.some(({ path }) => path === 'title.en') && !this.typedSlug() ? words : [...words, ...this.slugIssue()];
    return issues.map((issue) => ({ path: issue.path, message: courseIssueWords(this.i18n, issue) }));
  });
  protected readonly summary = computed(() =>
    this.attempted()
      ? this.errors().map(({ path, message }) => ({
          field: path === 'slug' ? 'slug' : controlFor(this.courseFields()?.controls() ?? [], path),
          message,
        }))
      : [],
  );
  protected readonly at = (path: string) =>
    this.attempted() ? this.errors().flatMap((error) => (error.path === path ? [error.message] : [])) : [];

  constructor() {
    pageTitle(() => {
      const title = this.i18n.t('studio.newCourse.title');
      return this.summary().length ? this.i18n.t('error.titlePrefix', { title }) : title;
    });
    effect(() => {
      const value = this.model();
      if (value !== blankCourse) untracked(() => this.drafts.keep(this.person, 'new-course', { version: 0, value }));
    });
  }

  protected async begin(): Promise<void> {
    this.attempted.set(true);
    this.trouble.set(null);
    if (this.sending() || this.errors().length) return;
    this.sending.set(true);
    try {
      const { id } = await this.client.beginCourse({ ...toCourseWords(this.model()), slug: this.slug() });
      this.drafts.drop(this.person, 'new-course');
      await this.router.navigateByUrl(this.i18n.path(`/studio/courses/${id}/outline`));
    } catch (error) {
      const problem = problemOf(error);
      if (problem?.code === 'conflict') this.taken.set(this.slug());
      else this.trouble.set(problem ? 'failed' : 'offline');
    } finally {
      this.sending.set(false);
    }
  }

  private left(): CourseModel | null {
    const kept = CourseModel.safeParse(this.drafts.read(this.person, 'new-course')?.value);
    return kept.success ? kept.data : null;
  }
}
