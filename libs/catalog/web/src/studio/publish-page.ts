import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { HvErrorSummary, HvNotice, HvSkeleton } from '@haven/shared/ui';
import { I18n, pageTitle, readAgain } from '@haven/shared/web';
import { CourseNav } from './course-nav';
import { Findings } from './findings';
import { ChangesList } from './releases/changes-list';
import { ImpactView } from './releases/impact-view';
import { Issue } from './releases/issue';
import { IssueDone } from './releases/issue-done';
import { IssueForm } from './releases/issue-form';
import { PlanOutcome } from './releases/plan-outcome';
import { PlannedReleases } from './releases/planned-releases';
import { statusWords } from './status-words';
import { StudioClient } from './studio-client';
import { Trouble } from './trouble';

/** What publishing would do, in words, and the button that does it, now or at a time. What was reviewed is what goes out, or nothing. */
@Component({
  selector: 'haven-publish-page',
  imports: [
    ChangesList,
    CourseNav,
    Findings,
    HvErrorSummary,
    HvNotice,
    HvSkeleton,
    ImpactView,
    IssueDone,
    IssueForm,
    PlannedReleases,
    PlanOutcome,
    Trouble,
  ],
  providers: [Issue],
  templateUrl: './publish-page.html',
  host: { class: 'studio studio-course' },
})
export class PublishPage {
  readonly id = input.required<string>();

  protected readonly i18n = inject(I18n);
  protected readonly issue = inject(Issue);
  private readonly client = inject(StudioClient);
  protected readonly course = this.client.course(this.id);
  protected readonly preview = this.client.preview(this.id);

  protected readonly ready = computed(() => {
    const [course, preview] = [
      this.course.hasValue() && this.course.value(),
      this.preview.hasValue() && this.preview.value(),
    ];
    return course && preview ? { course, preview } : null;
  });
  protected readonly title = computed(() => (this.course.hasValue() ? this.i18n.text(this.course.value().title) : ''));
  protected readonly status = computed(() => {
    const ready = this.ready();
    return ready ? statusWords(this.i18n, ready.preview.status) : '';
  });
  private readonly found = computed(() => this.ready()?.preview.findings ?? []);
  private readonly blocking = computed(() => this.found().filter((finding) => finding.level === 'blocking'));
  /** What stops comes first: its place is also its id, which the error summary leads to. */
  protected readonly findings = computed(() => [
    ...this.blocking(),
    ...this.found().filter((finding) => finding.level === 'warning'),
  ]);
  private readonly stops = computed(() =>
    this.blocking().map((finding, i) => ({
      field: `finding-${i}`,
      message: this.i18n.t('studio.publish.stops', {
        finding: this.i18n.t(`studio.finding.${finding.code}`, { title: this.i18n.text(finding.title) }),
      }),
    })),
  );

  constructor() {
    pageTitle(() => {
      const title = [this.i18n.t('studio.publish.title'), this.title()].filter(Boolean).join(': ');
      return this.issue.errors().length || this.issue.refusal() ? this.i18n.t('error.titlePrefix', { title }) : title;
    });
    effect(() => {
      const name = `note.${this.id()}`;
      untracked(() => this.issue.begin(name));
    });
    effect(() => this.issue.stops.set(this.stops()));
  }

  protected async publish(draft: string): Promise<void> {
    if (await this.issue.send((issued) => this.client.publish(this.id(), { draft, ...issued }))) this.reload();
  }

  protected reload(): void {
    readAgain(this.course);
    readAgain(this.preview);
  }
}
