import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type AttemptDetail, type AttemptResult, type QuestionFace } from '@haven/assessment/contract';
import { rulesOf } from '@haven/assessment/contract/plain';
import { type Text } from '@haven/shared/contract';
import { HvTag } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { latest } from './answers';

/** Where to read or watch again: a place in Haven and the words of the link. */
export interface EvidenceLink {
  path: string;
  query: Record<string, string>;
  text: string;
}

/** Each question of a finished attempt: what was chosen, what is right, why, and where it stands. */
@Component({
  selector: 'haven-result-list',
  imports: [RouterLink, HvTag],
  template: `
    <ol class="rows result-list">
      @for (row of rows(); track row.question.id; let i = $index) {
        <li class="result">
          <p class="small">
            {{ i18n.t('assessment.check.number', { n: i + 1 }) }}
            <hv-tag [tone]="tones[row.mark]">{{ i18n.t('assessment.result.' + row.mark) }}</hv-tag>
          </p>
          <h3 [attr.lang]="i18n.lang(row.question.prompt)">{{ i18n.text(row.question.prompt) }}</h3>
          <dl class="result-facts">
            <div>
              <dt>{{ i18n.n('assessment.result.yours', row.given.length) }}</dt>
              @for (line of row.given; track $index) {
                <dd class="answer-line" [attr.lang]="i18n.lang(line)">{{ i18n.text(line) }}</dd>
              } @empty {
                <dd>{{ i18n.t('assessment.result.none') }}</dd>
              }
            </div>
            @if (row.late.length) {
              <div>
                <dt>{{ i18n.t('assessment.result.tooLate') }}</dt>
                @for (line of row.late; track $index) {
                  <dd class="answer-line" [attr.lang]="i18n.lang(line)">{{ i18n.text(line) }}</dd>
                }
              </div>
            }
            @if (row.kept.length) {
              <div>
                <dt>{{ i18n.t('assessment.result.alsoKept') }}</dt>
                @for (line of row.kept; track $index) {
                  <dd class="answer-line" [attr.lang]="i18n.lang(line)">{{ i18n.text(line) }}</dd>
                }
              </div>
            }
            @if (row.mark !== 'right' && row.result.right.length) {
              <div>
                <dt>{{ i18n.n('assessment.result.correct', row.result.right.length) }}</dt>
                @for (line of row.result.right; track $index) {
                  <dd [attr.lang]="i18n.lang(line)">{{ i18n.text(line) }}</dd>
                }
              </div>
            }
            <div>
              <dt>{{ i18n.t('assessment.result.why') }}</dt>
              <dd [attr.lang]="i18n.lang(row.result.explanation)">{{ i18n.text(row.result.explanation) }}</dd>
            </div>
          </dl>
          @if (row.result.regraded) {
            <p class="small">{{ i18n.t('assessment.result.regraded') }}</p>
          }
          @if (row.evidence; as evidence) {
            <p>
              <a [routerLink]="evidence.path" [queryParams]="evidence.query">{{ evidence.text }}</a>
            </p>
          }
        </li>
      }
    </ol>
  `,
})
export class ResultList {
  readonly attempt = input.required<AttemptDetail>();
  readonly result = input.required<AttemptResult>();
  readonly evidence = input.required<(evidence: string) => EvidenceLink | null>();
  protected readonly i18n = inject(I18n);
  protected readonly tones = { right: 'teal', partly: 'lamp', wrong: 'bad', unscored: 'plain' } as const;

  protected readonly rows = computed(() => {
    const results = new Map(this.result().questions.map((result) => [result.question, result]));
    const answers = latest(this.attempt().responses);
    return this.attempt().questions.flatMap((question) => {
      const result = results.get(question.id);
      if (!result) return [];
      return {
        question,
        result,
        given: rulesOf(question.kind).summarise(question, answers.get(question.id)?.answer ?? []),
        late: this.linesOf(question, this.attempt().late),
        kept: this.linesOf(question, this.attempt().kept ?? []),
        mark: markOf(result.credit),
        evidence: result.evidence ? this.evidence()(result.evidence) : null,
      };
    });
  });

  private linesOf(question: QuestionFace, answers: AttemptDetail['late']): Text[] {
    return answers.flatMap((one) =>
      one.question === question.id ? rulesOf(question.kind).summarise(question, one.answer) : [],
    );
  }
}

function markOf(credit: number | null): 'right' | 'partly' | 'wrong' | 'unscored' {
  if (credit === null) return 'unscored';
  if (credit >= 1) return 'right';
  return credit > 0 ? 'partly' : 'wrong';
}
