import { Component, computed, input } from '@angular/core';
import { type AttemptDetail, type AttemptResult } from '@haven/assessment/contract';
import { type EvidenceLink, ResultItem } from './result-item';

/** Each question of a finished attempt: what was chosen, what is right, why, and where it stands. */
@Component({
  selector: 'haven-result-list',
  imports: [ResultItem],
  template: `
    <ol class="rows result-list">
      @for (row of rows(); track row.question.id; let i = $index) {
        <li>
          <haven-result-item
            [attempt]="attempt()"
            [question]="row.question"
            [result]="row.result"
            [n]="i + 1"
            [evidence]="evidence()"
          />
        </li>
      }
    </ol>
  `,
})
export class ResultList {
  readonly attempt = input.required<AttemptDetail>();
  readonly result = input.required<AttemptResult>();
  readonly evidence = input.required<(evidence: string) => EvidenceLink | null>();

  protected readonly rows = computed(() => {
    const results = new Map(this.result().questions.map((result) => [result.question, result]));
    return this.attempt().questions.flatMap((question) => {
      const result = results.get(question.id);
      return result ? [{ question, result }] : [];
    });
  });
}
