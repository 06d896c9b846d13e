import { Component, computed, effect, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Enrolment, type Enrolments } from '@haven/learning/contract';
import { HvButton, HvCover, HvEmpty, HvLoadError, HvNotice, HvProgress, HvSkeleton } from '@haven/shared/ui';
import { I18n, isUnanswered, Shelf } from '@haven/shared/web';
import { LearningClient } from './learning-client';
import { SavePill } from './save-pill';

/** Every course that this person has started, and where they stopped. */
@Component({
  selector: 'haven-my-learning-page',
  imports: [RouterLink, HvButton, HvCover, HvEmpty, HvLoadError, HvNotice, HvProgress, HvSkeleton, SavePill],
  host: { class: 'wrap page' },
  template: `
    <header class="page-head">
      <h1>{{ i18n.t('learning.mine.title') }}</h1>
      <haven-save-pill />
    </header>
    <p class="small cluster">
      <a [routerLink]="i18n.path('/me/downloads')">{{ i18n.t('learning.downloads.title') }}</a>
      <a [routerLink]="i18n.path('/me/groups')">{{ i18n.t('learning.groups.title') }}</a>
    </p>
    @if (stale()) {
      <hv-notice tone="warn">
        <p>
          <strong>{{ i18n.t('learning.course.lastKnown') }}.</strong> {{ i18n.t('learning.mine.lastKnownHow') }}
        </p>
      </hv-notice>
    }
    @if (known(); as known) {
      @if (known.items.length) {
        <p class="lede">{{ i18n.t('learning.mine.lead') }}</p>
        <ul class="rows">
          @for (item of known.items; track item.course.id; let first = $first) {
            <li class="row enrolment">
              <hv-cover
                [seed]="item.course.slug"
                [picture]="item.course.cover"
                [alt]="item.course.cover ? i18n.text(item.course.cover.alt) : ''"
              />
              <div>
                <h2 [attr.lang]="i18n.lang(item.course.title)">
                  @if (item.deleted) {
                    {{ i18n.text(item.course.title) }}
                  } @else {
                    <a [routerLink]="i18n.path('/learn/' + item.course.slug)">{{ i18n.text(item.course.title) }}</a>
                  }
                </h2>
                <p>{{ status(item) }}</p>
                <hv-progress [value]="item.done" [max]="item.total" [label]="i18n.t('learning.course.progress')" />
              </div>
              @if (!item.deleted) {
                <a
                  [hvButton]="first && !item.completedAt ? 'primary' : 'quiet'"
                  [routerLink]="link(item)"
                  [attr.aria-label]="
                    i18n.t(item.completedAt ? 'learning.mine.againOf' : 'learning.mine.continueOf', {
                      title: i18n.text(item.course.title),
                    })
                  "
                  >{{ i18n.t(item.completedAt ? 'learning.mine.again' : 'learning.mine.continue') }}</a
                >
              }
            </li>
          }
        </ul>
        <p class="small">{{ i18n.t('learning.mine.guest') }}</p>
      } @else {
        <hv-empty [heading]="i18n.t('learning.mine.empty')">
          <p>{{ i18n.t('learning.mine.emptyHow') }} {{ i18n.t('learning.mine.guest') }}</p>
          <p>
            <a hvButton [routerLink]="i18n.path('/courses')">{{ i18n.t('learning.mine.courses') }}</a>
          </p>
        </hv-empty>
      }
    } @else if (enrolments.error()) {
      <hv-load-error
        [heading]="i18n.t('learning.mine.failed')"
        [message]="i18n.t('learning.lesson.failedHow')"
        [retryLabel]="i18n.t('learning.lesson.retry')"
        (retry)="enrolments.reload()"
      />
    } @else {
      <hv-skeleton [lines]="5" [label]="i18n.t('learning.mine.loading')" />
    }
  `,
})
export class MyLearningPage {
  protected readonly i18n = inject(I18n);
  protected readonly enrolments = inject(LearningClient).enrolments();
  /** The list as the server last told it, to be read without a line. */
  private readonly shelf = new Shelf<Enrolments>('haven-enrolments', 'lists');
  private readonly shelved = resource({
    params: () => (isUnanswered(this.enrolments.error()) ? 'mine' : undefined),
    loader: async ({ params }) => (await this.shelf.get(params)) ?? null,
  });
  protected readonly stale = computed(() => !this.enrolments.hasValue() && this.shelved.hasValue());
  protected readonly known = computed(() =>
    this.enrolments.hasValue() ? this.enrolments.value() : this.shelved.hasValue() ? this.shelved.value() : null,
  );

  constructor() {
    effect(() => {
      if (this.enrolments.hasValue()) void this.shelf.put('mine', this.enrolments.value());
    });
  }

  protected status({ completedAt, done, total, news, asked, deleted }: Enrolment): string {
    if (deleted) {
      const way = completedAt
        ? this.i18n.t('learning.mine.complete', { date: this.i18n.date(completedAt) })
        : this.i18n.t('learning.mine.done', { done: this.i18n.number(done), total: this.i18n.number(total) });
      return `${way}. ${this.i18n.t('learning.mine.deleted')}`;
    }
    if (completedAt) {
      const since = this.i18n.t('learning.mine.complete', { date: this.i18n.date(completedAt) });
      const words = asked
        ? this.i18n.n('learning.mine.asked', asked)
        : news
          ? this.i18n.n('learning.mine.news', news)
          : '';
      return words ? `${since}. ${words}` : since;
    }
    return this.i18n.t('learning.mine.done', { done: this.i18n.number(done), total: this.i18n.number(total) });
  }

  protected link({ course, next, completedAt }: Enrolment): string {
    return this.i18n.path(`/learn/${course.slug}${next && !completedAt ? `/${next}` : ''}`);
  }
}
