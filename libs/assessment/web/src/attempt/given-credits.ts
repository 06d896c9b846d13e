import { Component, computed, inject, input } from '@angular/core';
import { type AttemptDetail } from '@haven/assessment/contract';
import { HvNotice } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';

/** Credit that somebody gave for answers of an attempt, each with the reason, and the number by which its learner can ask for some. */
@Component({
  selector: 'haven-given-credits',
  imports: [HvNotice],
  host: { class: 'stack' },
  template: `
    @for (credit of credits(); track credit.question + credit.at) {
      <hv-notice tone="good">
        <p>{{ i18n.t('assessment.result.given', { n: credit.n, percent: i18n.number(credit.percent) }) }}</p>
        <p>{{ credit.reason }}</p>
      </hv-notice>
    }
    <p class="small">
      {{ i18n.t('assessment.result.doubt') }} <code class="attempt-number">{{ attempt().id }}</code>
    </p>
  `,
})
export class GivenCredits {
  readonly attempt = input.required<AttemptDetail>();
  protected readonly i18n = inject(I18n);

  protected readonly credits = computed(() => {
    const { questions, result } = this.attempt();
    return (result?.given ?? []).map((credit) => ({
      ...credit,
      n: questions.findIndex(({ id }) => id === credit.question) + 1,
    }));
  });
}
