import { afterNextRender, Component, computed, ElementRef, inject, input } from '@angular/core';
import { type AttemptDetail, type QuestionFace, type QuestionResult } from '@haven/assessment/contract';
import { markOf, ResultItem } from '@haven/assessment/web/review';
import { I18n } from '@haven/shared/web';
import { evidenceLinks } from './evidence-links';

/** What came of an answer that is confirmed. Loaded when the first one is: with it come the rules of every type. */
@Component({
  selector: 'haven-confirmed-answer',
  imports: [ResultItem],
  host: { tabindex: '-1', role: 'group', class: 'confirmed', '[attr.aria-label]': 'mark()' },
  template: `
    <haven-result-item
      [attempt]="attempt()"
      [question]="question()"
      [result]="result()"
      [n]="n()"
      [level]="1"
      [evidence]="evidence"
    />
    <p class="small">{{ i18n.t('assessment.question.fixed') }}</p>
  `,
})
export class ConfirmedAnswer {
  readonly attempt = input.required<AttemptDetail>();
  readonly question = input.required<QuestionFace>();
  readonly result = input.required<QuestionResult>();
  readonly n = input.required<number>();
  /** It was confirmed on this page just now: the focus goes to what came of it. */
  readonly fresh = input(false);

  protected readonly i18n = inject(I18n);
  protected readonly evidence = evidenceLinks();
  protected readonly mark = computed(() => this.i18n.t(`assessment.result.${markOf(this.result().credit)}`));

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => {
      if (this.fresh()) host.focus();
    });
  }
}
