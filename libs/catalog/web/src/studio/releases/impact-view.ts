import { Component, computed, inject, input } from '@angular/core';
import { type Impact } from '@haven/catalog/contract';
import { I18n } from '@haven/shared/web';

/** What a release will be for people, in sentences. Of groups that are too small nothing is said but that. */
@Component({
  selector: 'haven-impact-view',
  template: `
    <section class="stack publish-part">
      <h2>{{ i18n.t('releases.impact.title') }}</h2>
      <ul class="measure plain-list">
        @for (line of lines(); track $index) {
          <li>{{ line }}</li>
        }
      </ul>
      @if (hidden()) {
        <p class="small measure">{{ i18n.t('releases.impact.hidden') }}</p>
      }
    </section>
  `,
})
export class ImpactView {
  readonly impact = input.required<Impact>();
  protected readonly i18n = inject(I18n);

  protected readonly lines = computed(() => {
    const { completed, underWay, added, changed } = this.impact();
    if (completed.all === 0 && underWay.all === 0) return [this.i18n.t('releases.impact.nobody')];
    const news = [
      ...(added ? [this.i18n.n('releases.impact.added', added)] : []),
      ...(changed ? [this.i18n.n('releases.impact.changed', changed)] : []),
    ].join(this.i18n.t('releases.impact.and'));
    return [
      ...this.people('complete', completed.all),
      ...(completed.all === 0 ? [] : this.people('news', completed.news, { news })),
      ...this.people('underWay', underWay.all),
      ...(underWay.all === 0
        ? []
        : (['finish', 'more', 'less'] as const).flatMap((part) => this.people(part, underWay[part]))),
    ];
  });
  protected readonly hidden = computed(() => {
    const { completed, underWay } = this.impact();
    return [...Object.values(completed), ...Object.values(underWay)].includes(null);
  });

  /** A sentence on so many people; none where there are none. */
  private people(key: string, n: number | null, params: object = {}): string[] {
    if (n === 0) return [];
    if (n === null) return [this.i18n.t(`releases.impact.${key}_few`, { ...params })];
    return [this.i18n.n(`releases.impact.${key}`, n, { ...params })];
  }
}
