import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { inTurn, QuestionFigures, QuizStudioClient, sumWords } from '@haven/assessment/web/studio';
import { HvEmpty, HvSkeleton } from '@haven/shared/ui';
import { I18n, pageTitle } from '@haven/shared/web';
import { CourseNav } from './course-nav';
import { Trouble } from './trouble';

/** How the questions of a quiz did with learners, what needs a look first. */
@Component({
  selector: 'haven-analysis-page',
  imports: [CourseNav, HvEmpty, HvSkeleton, QuestionFigures, RouterLink, Trouble],
  host: { class: 'studio studio-course' },
  template: `
    @if (analysis.error(); as error) {
      <div class="wrap"><haven-trouble [error]="error" (retry)="analysis.reload()" /></div>
    } @else {
      <haven-course-nav [course]="id()" />
      <div class="wrap stack">
        <h1>{{ heading() }}</h1>
        <p>
          <a [routerLink]="i18n.path(base())">{{ i18n.t('studio.quiz.toQuestions') }}</a>
        </p>
        @if (analysis.hasValue()) {
          @if (analysis.value().questions.length === 0) {
            <hv-empty [heading]="i18n.t('analysis.none')" />
          } @else if (analysis.value().people === null) {
            <hv-empty [heading]="i18n.t('analysis.few')">
              <p>{{ i18n.t('analysis.fewBody') }}</p>
            </hv-empty>
          } @else {
            <p class="lede">{{ lead() }}</p>
            <p>{{ sum() }}</p>
            <p class="small measure">{{ i18n.t('analysis.rounded') }}</p>
            <ul class="rows">
              @for (placed of questions(); track placed.item.question) {
                <li><haven-question-figures [placed]="placed" [base]="base()" /></li>
              }
            </ul>
          }
        } @else {
          <hv-skeleton [lines]="10" [label]="i18n.t('studio.loading')" />
        }
      </div>
    }
  `,
})
export class AnalysisPage {
  readonly id = input.required<string>();
  readonly quiz = input.required<string>();

  protected readonly i18n = inject(I18n);
  protected readonly analysis = inject(QuizStudioClient).analysis(this.quiz);
  protected readonly base = computed(() => `/studio/courses/${this.id()}/questions/${this.quiz()}`);
  private readonly known = computed(() => (this.analysis.hasValue() ? this.analysis.value() : null));
  protected readonly questions = computed(() => inTurn(this.known()?.questions ?? []));
  protected readonly lead = computed(() =>
    this.i18n.t('analysis.lead', { n: this.i18n.number(this.known()?.people ?? 0) }),
  );
  protected readonly sum = computed(() => sumWords(this.i18n, this.known()?.questions ?? []));
  protected readonly heading = computed(() => {
    const known = this.known();
    return known ? this.i18n.t('analysis.of', { title: this.i18n.text(known.title) }) : this.i18n.t('analysis.title');
  });

  constructor() {
    pageTitle(() => this.heading());
  }
}
