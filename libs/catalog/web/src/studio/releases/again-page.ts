import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { HvBackLink, HvErrorSummary, HvNotice, HvSkeleton } from '@haven/shared/ui';
import { I18n, pageTitle, readAgain } from '@haven/shared/web';
import { CourseNav } from '../course-nav';
import { Findings } from '../findings';
import { StudioClient } from '../studio-client';
import { Trouble } from '../trouble';
import { ChangesList } from './changes-list';
import { ImpactView } from './impact-view';
import { Issue } from './issue';
import { IssueDone } from './issue-done';
import { IssueForm } from './issue-form';
import { PlanOutcome } from './plan-outcome';
import { PlannedReleases } from './planned-releases';

/** An earlier release, to be released again: what learners will see differently, and the button that does it. */
@Component({
  selector: 'haven-again-page',
  imports: [
    ChangesList,
    CourseNav,
    Findings,
    HvBackLink,
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
  host: { class: 'studio studio-course' },
  template: `
    @if (course.error() ?? preview.error(); as error) {
      <div class="wrap"><haven-trouble [error]="error" (retry)="reload()" /></div>
    } @else {
      <haven-course-nav [course]="id()" />
      <div class="wrap stack">
        <hv-back-link [link]="i18n.path('/studio/courses/' + id() + '/history')">{{
          i18n.t('studio.nav.history')
        }}</hv-back-link>
        @if (issue.errors().length) {
          <hv-error-summary [heading]="i18n.t('studio.publish.problem')" [errors]="issue.errors()" />
        }
        <p class="eyebrow">{{ title() }}</p>
        <h1>{{ heading() }}</h1>
        @if (issue.done(); as release) {
          <haven-issue-done [release]="release" [course]="course.hasValue() ? course.value() : undefined" />
        }
        @if (issue.refusal(); as why) {
          <hv-notice [tone]="why === 'moved' ? 'warn' : 'bad'" role="alert">
            <p>{{ i18n.t(why === 'moved' ? 'releases.again.moved' : 'studio.publish.' + why) }}</p>
          </hv-notice>
        }
        @if (ready(); as ready) {
          @if (ready.preview.changes.length) {
            <p class="lede">
              {{ i18n.t('releases.again.lede', { source: ready.preview.release.number, n: ready.preview.next }) }}
            </p>
            @if (ready.preview.findings.length) {
              <section class="stack publish-part">
                <h2>{{ i18n.t('releases.again.stopped') }}</h2>
                <haven-findings [findings]="ready.preview.findings" [course]="ready.course" />
              </section>
            }
            <section class="stack publish-part">
              <h2>{{ i18n.t('releases.again.changes') }}</h2>
              <haven-changes-list [changes]="ready.preview.changes" />
            </section>
            @if (ready.preview.impact; as impact) {
              <haven-impact-view [impact]="impact" />
            }
            <haven-planned-releases [course]="id()" [releases]="ready.preview.planned" (changed)="reload()">
              <haven-plan-outcome [planned]="ready.preview.planned" />
            </haven-planned-releases>
            <haven-issue-form
              words="releases.again.submit"
              [next]="ready.preview.next"
              [impact]="ready.preview.impact"
              (issued)="release(ready.preview.review)"
            />
          } @else if (!issue.done()) {
            <h2>{{ i18n.t('releases.again.same') }}</h2>
            <p>{{ i18n.t('releases.again.sameBody', { n: ready.preview.release.number }) }}</p>
          }
        } @else {
          <hv-skeleton [lines]="8" [label]="i18n.t('studio.loading')" />
        }
      </div>
    }
  `,
})
export class AgainPage {
  readonly id = input.required<string>();
  readonly number = input.required<string>();

  protected readonly i18n = inject(I18n);
  protected readonly issue = inject(Issue);
  private readonly client = inject(StudioClient);
  protected readonly course = this.client.course(this.id);
  protected readonly preview = this.client.previewAgain(this.id, this.number);

  protected readonly ready = computed(() => {
    const [course, preview] = [
      this.course.hasValue() && this.course.value(),
      this.preview.hasValue() && this.preview.value(),
    ];
    return course && preview ? { course, preview } : null;
  });
  protected readonly title = computed(() => (this.course.hasValue() ? this.i18n.text(this.course.value().title) : ''));
  protected readonly heading = computed(() => this.i18n.t('releases.again.title', { n: this.number() }));
  private readonly stops = computed(() =>
    (this.ready()?.preview.findings ?? []).map((finding, i) => ({
      field: `finding-${i}`,
      message: this.i18n.t('studio.publish.stops', {
        finding: this.i18n.t(`studio.finding.${finding.code}`, { title: this.i18n.text(finding.title) }),
      }),
    })),
  );

  constructor() {
    pageTitle(() => {
      const title = [this.heading(), this.title()].filter(Boolean).join(': ');
      return this.issue.errors().length || this.issue.refusal() ? this.i18n.t('error.titlePrefix', { title }) : title;
    });
    effect(() => {
      const name = `note.${this.id()}.${this.number()}`;
      untracked(() => this.issue.begin(name));
    });
    effect(() => this.issue.stops.set(this.stops()));
  }

  protected async release(review: string): Promise<void> {
    const number = Number(this.number());
    if (await this.issue.send((issued) => this.client.releaseAgain(this.id(), number, { review, ...issued })))
      this.reload();
  }

  protected reload(): void {
    readAgain(this.course);
    readAgain(this.preview);
  }
}
