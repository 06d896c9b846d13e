import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type AttemptDetail, type QuestionFace, type QuestionResult } from '@haven/assessment/contract';
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

/** What came of one question: what was chosen, what is right, why, and where it stands. */
@Component({
  selector: 'haven-result-item',
  imports: [RouterLink, HvTag],
  host: { class: 'result' },
  template: `
    @let told = row();
    <p class="small">
      @if (level() === 3) {
        {{ i18n.t('assessment.check.number', { n: n() }) }}
      }
      <hv-tag [tone]="tones[told.mark]">{{ i18n.t('assessment.result.' + told.mark) }}</hv-tag>
    </p>
    @if (level() === 1) {
      <h1 [attr.lang]="i18n.lang(question().prompt)">{{ i18n.text(question().prompt) }}</h1>
    } @else {
      <h3 [attr.lang]="i18n.lang(question().prompt)">{{ i18n.text(question().prompt) }}</h3>
    }
    <dl class="result-facts">
      <div>
        <dt>{{ i18n.n('assessment.result.yours', told.given.length) }}</dt>
        @for (line of told.given; track $index) {
          <dd class="answer-line" [attr.lang]="i18n.lang(line)">{{ i18n.text(line) }}</dd>
        } @empty {
          <dd>{{ i18n.t('assessment.result.none') }}</dd>
        }
      </div>
      @if (told.late.length) {
        <div>
          <dt>{{ i18n.t('assessment.result.tooLate') }}</dt>
          @for (line of told.late; track $index) {
            <dd class="answer-line" [attr.lang]="i18n.lang(line)">{{ i18n.text(line) }}</dd>
          }
        </div>
      }
      @if (told.kept.length) {
        <div>
          <dt>{{ i18n.t('assessment.result.alsoKept') }}</dt>
          @for (line of told.kept; track $index) {
            <dd class="answer-line" [attr.lang]="i18n.lang(line)">{{ i18n.text(line) }}</dd>
          }
        </div>
      }
      @if (told.mark !== 'right' && result().right.length) {
        <div>
          <dt>{{ i18n.n('assessment.result.correct', result().right.length) }}</dt>
          @for (line of result().right; track $index) {
            <dd [attr.lang]="i18n.lang(line)">{{ i18n.text(line) }}</dd>
          }
        </div>
      }
      <div>
        <dt>{{ i18n.t('assessment.result.why') }}</dt>
        <dd [attr.lang]="i18n.lang(result().explanation)">{{ i18n.text(result().explanation) }}</dd>
      </div>
    </dl>
    @if (result().regraded) {
      <p class="small">{{ i18n.t('assessment.result.regraded') }}</p>
    }
    @if (told.evidence; as evidence) {
      <p>
        <a [routerLink]="evidence.path" [queryParams]="evidence.query">{{ evidence.text }}</a>
      </p>
    }
  `,
})
export class ResultItem {
  readonly attempt = input.required<AttemptDetail>();
  readonly question = input.required<QuestionFace>();
  readonly result = input.required<QuestionResult>();
  /** Its place in the attempt, from 1. */
  readonly n = input.required<number>();
  /** The heading's: that of a page of its own, or of a row. */
  readonly level = input<1 | 3>(3);
  readonly evidence = input.required<(evidence: string) => EvidenceLink | null>();
  protected readonly i18n = inject(I18n);
  protected readonly tones = { right: 'teal', partly: 'lamp', wrong: 'bad', unscored: 'plain' } as const;

  protected readonly row = computed(() => {
    const question = this.question();
    const { credit, evidence } = this.result();
    const { responses, late, kept = [] } = this.attempt();
    const given = latest(responses).get(question.id)?.answer ?? [];
    return {
      given: rulesOf(question.kind).summarise(question, given),
      late: linesOf(question, late),
      kept: linesOf(question, kept),
      mark: markOf(credit),
      evidence: evidence ? this.evidence()(evidence) : null,
    };
  });
}

const linesOf = (question: QuestionFace, answers: AttemptDetail['late']): Text[] =>
  answers.flatMap((one) =>
    one.question === question.id ? rulesOf(question.kind).summarise(question, one.answer) : [],
  );

/** How much of a question was earned. */
export function markOf(credit: number | null): 'right' | 'partly' | 'wrong' | 'unscored' {
  if (credit === null) return 'unscored';
  if (credit >= 1) return 'right';
  return credit > 0 ? 'partly' : 'wrong';
}
