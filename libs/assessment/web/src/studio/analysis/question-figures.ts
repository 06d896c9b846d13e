import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { HvNotice, HvTag, type TagTone } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { figureWords, type Placed, standingOf, type Standing } from './figure-words';

const tones: Record<Standing, TagTone> = { poor: 'bad', check: 'lamp', good: 'teal', untold: 'plain' };

/** How one question did: what it means and what to do first, the figures after. */
@Component({
  selector: 'haven-question-figures',
  imports: [HvNotice, HvTag, RouterLink],
  host: { class: 'question-figures' },
  template: `
    <p class="cluster small">
      {{ t('number', { n: placed().n }) }}
      <hv-tag [tone]="tone()">{{ t('flags.' + standing()) }}</hv-tag>
    </p>
    <h2 [attr.lang]="i18n.lang(item().prompt)">{{ i18n.text(item().prompt) }}</h2>
    @if (item().drawn) {
      <p class="small">{{ t('drawn') }}</p>
    }
    @if (item().earlier) {
      <hv-notice
        ><p>{{ t('earlier') }}</p></hv-notice
      >
    }
    @for (reason of item().verdict?.reasons; track reason) {
      <p class="measure">
        <strong>{{ t('reasons.' + reason) }}</strong> {{ t('advice.' + reason) }}
      </p>
    } @empty {
      <p>{{ t(standing() === 'untold' ? 'untold' : 'good') }}</p>
    }
    <p class="cluster">
      @if (item().drawn) {
        <a [routerLink]="i18n.path('/studio/questions')" [queryParams]="{ q: words() }">{{
          t('find', { n: placed().n })
        }}</a>
      } @else {
        <a [routerLink]="i18n.path(base())" [queryParams]="{ question: item().question }">{{
          t('edit', { n: placed().n })
        }}</a>
      }
      @if (item().verdict?.reasons?.includes('key-doubtful')) {
        <a [routerLink]="i18n.path(base() + '/grades')" [queryParams]="{ question: item().question }">{{
          t('grade', { n: placed().n })
        }}</a>
      }
    </p>
    @if (standing() !== 'untold') {
      <div class="figure-columns">
        <dl class="result-facts">
          @for (figure of figures(); track figure.name) {
            <div>
              <dt>{{ figure.name }}</dt>
              <dd>
                {{ figure.words }}
                @if (figure.hint) {
                  <span class="small figure-hint">{{ figure.hint }}</span>
                }
              </dd>
            </div>
          }
        </dl>
        @if (item().options.length) {
          <table class="figure-table">
            <caption class="visually-hidden">
              {{
                t('options.title', { n: placed().n })
              }}
            </caption>
            <thead>
              <tr>
                <th scope="col">{{ t('options.answer') }}</th>
                <th scope="col">{{ t('options.people') }}</th>
              </tr>
            </thead>
            <tbody>
              @for (option of options(); track $index) {
                <tr>
                  <th scope="row">
                    @if (option.text; as text) {
                      <span [attr.lang]="i18n.lang(text)">{{ i18n.text(text) }}</span>
                    } @else {
                      {{ t('options.nothing') }}
                    }
                    @if (option.right) {
                      <span class="small figure-right">{{ t('options.right') }}</span>
                    }
                  </th>
                  <td>
                    {{ option.count === null ? t('options.few') : i18n.number(option.count) }}
                    <span class="figure-bar" aria-hidden="true" [style.inline-size.%]="option.share"></span>
                  </td>
                </tr>
              }
            </tbody>
          </table>
        }
      </div>
    }
  `,
})
export class QuestionFigures {
  readonly placed = input.required<Placed>();
  /** Where the questions of the quiz are edited. */
  readonly base = input.required<string>();

  protected readonly i18n = inject(I18n);
  protected readonly item = computed(() => this.placed().item);
  /** As much of what it asks as the list of all questions takes to find it. */
  protected readonly words = computed(() => this.item().prompt.en.slice(0, 100));
  protected readonly standing = computed(() => standingOf(this.item()));
  protected readonly tone = computed(() => tones[this.standing()]);
  protected readonly figures = computed(() => figureWords(this.i18n, this.item()));
  protected readonly options = computed(() => {
    const { options, people } = this.item();
    return options.map((option) => ({
      ...option,
      share: Math.min(100, (100 * (option.count ?? 0)) / Math.max(people ?? 0, 1)),
    }));
  });

  protected t(key: string, params = {}): string {
    return this.i18n.t(`analysis.${key}`, params);
  }
}
