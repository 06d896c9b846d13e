import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { type ReleaseCard } from '@haven/catalog/contract';
import { HvBackLink, HvButton, HvControl, HvEmpty, HvField, HvSkeleton } from '@haven/shared/ui';
import { I18n, pageTitle } from '@haven/shared/web';
import { CourseNav } from '../course-nav';
import { StudioClient } from '../studio-client';
import { Trouble } from '../trouble';
import { ChangesList } from './changes-list';

/** How any two releases of a course differ; which two stands in the address. */
@Component({
  selector: 'haven-compare-page',
  imports: [ChangesList, CourseNav, HvBackLink, HvButton, HvControl, HvEmpty, HvField, HvSkeleton, Trouble],
  host: { class: 'studio studio-course' },
  template: `
    @if (releases.error() ?? comparison.error(); as error) {
      <div class="wrap"><haven-trouble [error]="error" (retry)="reload()" /></div>
    } @else {
      <haven-course-nav [course]="id()" />
      <div class="wrap stack">
        <hv-back-link [link]="i18n.path('/studio/courses/' + id() + '/history')">{{
          i18n.t('studio.nav.history')
        }}</hv-back-link>
        <p class="eyebrow">{{ title() }}</p>
        <h1>{{ i18n.t('releases.compare.title') }}</h1>
        @if (releases.hasValue()) {
          @if (pair(); as pair) {
            <p class="lede">{{ i18n.t('releases.compare.lede') }}</p>
            <form class="compare-pair" (submit)="$event.preventDefault()">
              <hv-field [label]="i18n.t('releases.compare.from')">
                <select #from hvControl (change)="choose(+from.value, pair.to)">
                  @for (release of all(); track release.number) {
                    <option [value]="release.number" [selected]="release.number === pair.from">
                      {{ name(release) }}
                    </option>
                  }
                </select>
              </hv-field>
              <hv-field [label]="i18n.t('releases.compare.to')">
                <select #to hvControl (change)="choose(pair.from, +to.value)">
                  @for (release of all(); track release.number) {
                    <option [value]="release.number" [selected]="release.number === pair.to">
                      {{ name(release) }}
                    </option>
                  }
                </select>
              </hv-field>
              <button hvButton="quiet" type="button" (click)="choose(pair.to, pair.from)">
                {{ i18n.t('releases.compare.swap') }}
              </button>
            </form>
            <section class="stack publish-part">
              @if (comparison.hasValue()) {
                @if (comparison.value().changes; as changes) {
                  @if (changes.length) {
                    <div role="status">
                      <h2>{{ i18n.n('releases.compare.changes', changes.length) }}</h2>
                    </div>
                    <haven-changes-list [changes]="changes" />
                  } @else {
                    <div role="status">
                      <h2>{{ i18n.t('releases.compare.none') }}</h2>
                    </div>
                    <p>{{ i18n.t('releases.compare.noneBody', pair) }}</p>
                  }
                }
              } @else {
                <hv-skeleton [lines]="6" [label]="i18n.t('studio.loading')" />
              }
            </section>
          } @else {
            <hv-empty [heading]="i18n.t('releases.compare.one')">
              <p>{{ i18n.t('releases.compare.oneBody') }}</p>
            </hv-empty>
          }
        } @else {
          <hv-skeleton [lines]="6" [label]="i18n.t('studio.loading')" />
        }
      </div>
    }
  `,
})
export class ComparePage {
  readonly id = input.required<string>();
  readonly from = input<string>();
  readonly to = input<string>();

  protected readonly i18n = inject(I18n);
  private readonly client = inject(StudioClient);
  private readonly router = inject(Router);
  private readonly course = this.client.course(this.id);
  protected readonly releases = this.client.releases(this.id, () => 100);

  protected readonly all = computed(() => (this.releases.hasValue() ? this.releases.value().items : []));
  protected readonly title = computed(() => (this.course.hasValue() ? this.i18n.text(this.course.value().title) : ''));
  /** Those that the address names, else what readers see now and the one before it. */
  protected readonly pair = computed(
    () => {
      const numbers = this.all().map(({ number }) => number);
      if (numbers.length < 2) return null;
      const current = this.all().find(({ state }) => state === 'current')?.number ?? numbers[0] ?? 0;
      const before = numbers.find((number) => number < current) ?? numbers.at(-1) ?? 0;
      return { from: Number(this.from()) || before, to: Number(this.to()) || current };
    },
    { equal: (a, b) => a?.from === b?.from && a?.to === b?.to },
  );
  protected readonly comparison = this.client.comparison(this.id, this.pair);

  constructor() {
    pageTitle(() => [this.i18n.t('releases.compare.title'), this.title()].filter(Boolean).join(': '));
  }

  protected name({ number, at }: ReleaseCard): string {
    return this.i18n.t('releases.compare.option', { n: this.i18n.number(number), date: this.i18n.date(at) });
  }

  protected choose(from: number, to: number): void {
    void this.router.navigate([], { queryParams: { from, to }, replaceUrl: true });
  }

  protected reload(): void {
    this.releases.reload();
    this.comparison.reload();
  }
}
