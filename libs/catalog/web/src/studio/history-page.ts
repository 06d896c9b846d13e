import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ReleaseCard } from '@haven/catalog/contract';
import { SessionStore } from '@haven/identity/web';
import { HvEmpty, HvSkeleton, HvTag, type TagTone } from '@haven/shared/ui';
import { I18n, pageTitle, readAgain } from '@haven/shared/web';
import { CourseNav } from './course-nav';
import { PlannedReleases } from './releases/planned-releases';
import { inWords } from './releases/when';
import { StudioClient } from './studio-client';
import { Trouble } from './trouble';

const tones: Record<ReleaseCard['state'], TagTone> = {
  planned: 'lamp',
  current: 'teal',
  past: 'plain',
  cancelled: 'plain',
};

/** Every release of a course: when, by whom, why, and which one readers see; what is planned, and the ways to compare and to go back. */
@Component({
  selector: 'haven-history-page',
  imports: [CourseNav, HvEmpty, HvSkeleton, HvTag, PlannedReleases, RouterLink, Trouble],
  host: { class: 'studio studio-course' },
  template: `
    @if (releases.error(); as error) {
      <div class="wrap"><haven-trouble [error]="error" (retry)="releases.reload()" /></div>
    } @else {
      <haven-course-nav [course]="id()" />
      <div class="wrap stack">
        <p class="eyebrow">{{ title() }}</p>
        <h1>{{ i18n.t('studio.history.title') }}</h1>
        @if (releases.hasValue()) {
          <p class="lede">{{ i18n.t('studio.history.lede') }}</p>
          @if (all().length > 1) {
            <p>
              <a [routerLink]="path('compare')">{{ i18n.t('releases.history.compareAny') }}</a>
            </p>
          }
          <haven-planned-releases [course]="id()" [releases]="planned()" (changed)="readAgain(releases)" />
          <ol class="rows measure" reversed>
            @for (release of past(); track release.number) {
              <li class="studio-row">
                <h2 class="studio-row-title cluster">
                  {{ i18n.t('studio.history.release', { n: i18n.number(release.number) }) }}
                  @if (release.state !== 'past') {
                    <hv-tag [tone]="tones[release.state]">{{
                      i18n.t('releases.history.state.' + release.state)
                    }}</hv-tag>
                  }
                </h2>
                @if (release.source; as source) {
                  <p>{{ i18n.t('releases.history.source', { n: i18n.number(source) }) }}</p>
                }
                <p>{{ release.note || i18n.t('studio.history.noNote') }}</p>
                <p class="small">{{ who(release) }}</p>
                @if (seenLater(release)) {
                  <p class="small">{{ i18n.t('releases.history.from', { time: inWords(i18n, release.at) }) }}</p>
                }
                <p class="cluster small">
                  <a
                    [routerLink]="i18n.path('/studio/courses/' + id() + '/preview')"
                    [queryParams]="{ release: release.number }"
                    >{{ i18n.t('studio.preview.open')
                    }}<span class="visually-hidden"
                      >: {{ i18n.t('studio.history.release', { n: i18n.number(release.number) }) }}</span
                    ></a
                  >
                  @if (release.state !== 'current' && current(); as now) {
                    <a
                      [routerLink]="path('compare')"
                      [queryParams]="{ from: release.number, to: now.number }"
                      [attr.aria-label]="i18n.t('releases.history.compareOf', { n: release.number })"
                      >{{ i18n.t('releases.history.compare') }}</a
                    >
                    @if (mayPublish()) {
                      <a
                        [routerLink]="path(release.number + '/again')"
                        [attr.aria-label]="i18n.t('releases.history.againOf', { n: release.number })"
                        >{{ i18n.t('releases.history.again') }}</a
                      >
                    }
                  }
                </p>
              </li>
            } @empty {
              <li>
                <hv-empty [heading]="i18n.t('studio.history.empty')">
                  <p>{{ i18n.t('studio.history.emptyBody') }}</p>
                </hv-empty>
              </li>
            }
          </ol>
          @if (releases.value().next && most() < 100) {
            <p>
              <button class="link-button" type="button" (click)="most.set(100)">
                {{ i18n.t('releases.history.more') }}
              </button>
            </p>
          }
        } @else {
          <hv-skeleton [lines]="6" [label]="i18n.t('studio.loading')" />
        }
      </div>
    }
  `,
})
export class HistoryPage {
  readonly id = input.required<string>();

  protected readonly i18n = inject(I18n);
  protected readonly readAgain = readAgain;
  private readonly client = inject(StudioClient);
  private readonly session = inject(SessionStore);
  private readonly course = this.client.course(this.id);
  protected readonly most = signal(50);
  protected readonly releases = this.client.releases(this.id, this.most);
  protected readonly tones = tones;
  protected readonly inWords = inWords;

  protected readonly title = computed(() => (this.course.hasValue() ? this.i18n.text(this.course.value().title) : ''));
  protected readonly all = computed(() => (this.releases.hasValue() ? this.releases.value().items : []));
  /** The next one first, as they will be seen. */
  protected readonly planned = computed(() =>
    this.all()
      .filter(({ state }) => state === 'planned')
      .reverse(),
  );
  protected readonly past = computed(() => this.all().filter(({ state }) => state !== 'planned'));
  protected readonly current = computed(() => this.all().find(({ state }) => state === 'current'));
  protected readonly mayPublish = this.session.mayPublish;

  constructor() {
    pageTitle(() => [this.i18n.t('studio.history.title'), this.title()].filter(Boolean).join(': '));
  }

  protected path(rest: string): string {
    return this.i18n.path(`/studio/courses/${this.id()}/history/${rest}`);
  }

  protected who({ publishedAt, by }: ReleaseCard): string {
    const date = this.i18n.date(publishedAt, { dateStyle: 'long', timeStyle: 'short' });
    return this.i18n.t('studio.history.by', { date, name: by ?? this.i18n.t('studio.history.nobody') });
  }

  /** Whether it was made before it was seen. */
  protected seenLater({ state, publishedAt, at }: ReleaseCard): boolean {
    return state !== 'cancelled' && publishedAt !== at;
  }
}
