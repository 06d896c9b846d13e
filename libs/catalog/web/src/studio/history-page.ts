import { Component, computed, inject, input } from '@angular/core';
import { type ReleaseCard } from '@haven/catalog/contract';
import { I18n, pageTitle } from '@haven/shared/web';
import { HvEmpty, HvSkeleton, HvTag } from '@haven/shared/ui';
import { CourseNav } from './course-nav';
import { StudioClient } from './studio-client';
import { Trouble } from './trouble';

/** Every release of a course: when, by whom, why, and which one readers see. */
@Component({
  selector: 'haven-history-page',
  imports: [CourseNav, HvEmpty, HvSkeleton, HvTag, Trouble],
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
          <ol class="rows measure" reversed>
            @for (release of releases.value().items; track release.number) {
              <li class="studio-row">
                <h2 class="studio-row-title cluster">
                  {{ i18n.t('studio.history.release', { n: i18n.number(release.number) }) }}
                  @if (release.current) {
                    <hv-tag tone="teal">{{ i18n.t('studio.history.current') }}</hv-tag>
                  }
                </h2>
                <p>{{ release.note || i18n.t('studio.history.noNote') }}</p>
                <p class="small">{{ who(release) }}</p>
              </li>
            } @empty {
              <li>
                <hv-empty [heading]="i18n.t('studio.history.empty')">
                  <p>{{ i18n.t('studio.history.emptyBody') }}</p>
                </hv-empty>
              </li>
            }
          </ol>
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
  private readonly client = inject(StudioClient);
  private readonly course = this.client.course(this.id);
  protected readonly releases = this.client.releases(this.id);
  protected readonly title = computed(() => (this.course.hasValue() ? this.i18n.text(this.course.value().title) : ''));

  constructor() {
    pageTitle(() => [this.i18n.t('studio.history.title'), this.title()].filter(Boolean).join(': '));
  }

  protected who({ publishedAt, by }: ReleaseCard): string {
    const date = this.i18n.date(publishedAt, { dateStyle: 'long', timeStyle: 'short' });
    return this.i18n.t('studio.history.by', { date, name: by ?? this.i18n.t('studio.history.nobody') });
  }
}
