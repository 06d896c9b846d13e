import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type BankQuestion } from '@haven/assessment/contract';
import { HvTag } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { QuestionUses } from './question-uses';

/** A question in the bank: what it asks, how it stands, and where. */
@Component({
  selector: 'haven-bank-row',
  imports: [HvTag, QuestionUses, RouterLink],
  host: { class: 'studio-row bank-row' },
  template: `
    <h2 class="studio-row-title">
      @if (home(); as use) {
        <a
          [routerLink]="i18n.path(use.link)"
          [queryParams]="{ question: question().id }"
          [attr.lang]="i18n.lang(question().prompt)"
          >{{ i18n.text(question().prompt) }}</a
        >
      } @else {
        <span [attr.lang]="i18n.lang(question().prompt)">{{ i18n.text(question().prompt) }}</span>
      }
    </h2>
    <p class="small cluster">
      <hv-tag [tone]="question().ready ? 'teal' : 'lamp'">{{
        i18n.t('bank.state.' + (question().ready ? 'ready' : 'draft'))
      }}</hv-tag>
      {{ facts() }}
    </p>
    <haven-question-uses [uses]="question().uses" [question]="question().id" />
    @if (home()) {
      <button class="link-button" type="button" (click)="duplicated.emit()">
        {{ i18n.t('bank.copy') }}<span class="visually-hidden">: {{ i18n.text(question().prompt) }}</span>
      </button>
    }
  `,
})
export class BankRow {
  readonly question = input.required<BankQuestion>();
  readonly duplicated = output();

  protected readonly i18n = inject(I18n);
  /** A lesson of the quiz that it stands in. */
  protected readonly home = computed(() => this.question().uses.find(({ drawn }) => !drawn));
  protected readonly facts = computed(() => {
    const { kind, tags } = this.question();
    return [
      this.i18n.t(`editing.question.kinds.${kind}`),
      ...(tags.length ? [this.i18n.t('bank.tagged', { tags: tags.join(', ') })] : []),
    ].join(this.i18n.t('list.separator'));
  });
}
