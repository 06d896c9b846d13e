import { Component, computed, inject, input, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type QuizDraft } from '@haven/assessment/contract';
import {
  ExtraTimeForm,
  QuizRulesForm,
  QuizStudioClient,
  type RulesModel,
  toRulesModel,
} from '@haven/assessment/web/studio';
import { type Leavable, outcomeOf } from '@haven/identity/web/editing';
import { HvSkeleton } from '@haven/shared/ui';
import { I18n, pageTitle } from '@haven/shared/web';
import { CourseNav } from './course-nav';
import { Trouble } from './trouble';

/** The rules of a quiz, and who has more time in it. */
@Component({
  selector: 'haven-rules-page',
  imports: [CourseNav, ExtraTimeForm, HvSkeleton, QuizRulesForm, RouterLink, Trouble],
  host: { class: 'studio studio-course' },
  template: `
    @if (draft.error(); as error) {
      <div class="wrap"><haven-trouble [error]="error" (retry)="draft.reload()" /></div>
    } @else {
      <haven-course-nav [course]="id()" />
      <div class="wrap stack">
        <h1>{{ heading() }}</h1>
        <p>
          <a [routerLink]="i18n.path('/studio/courses/' + id() + '/questions/' + quiz())">{{
            i18n.t('studio.quiz.toQuestions')
          }}</a>
        </p>
        @if (draft.hasValue()) {
          @for (one of [draft.value()]; track one.id) {
            <haven-quiz-rules-form [draft]="one" [save]="save()" [elsewhere]="elsewhere()" />
          }
          <haven-extra-time-form />
        } @else {
          <hv-skeleton [lines]="10" [label]="i18n.t('studio.loading')" />
        }
      </div>
    }
  `,
})
export class RulesPage implements Leavable {
  readonly id = input.required<string>();
  readonly quiz = input.required<string>();

  protected readonly i18n = inject(I18n);
  private readonly client = inject(QuizStudioClient);
  private readonly form = viewChild(QuizRulesForm);
  protected readonly draft = this.client.quiz(this.quiz);
  private readonly pools = this.client.pools(this.quiz);
  protected readonly elsewhere = computed(() => (this.pools.hasValue() ? this.pools.value().pools : null));
  protected readonly heading = computed(() =>
    this.draft.hasValue()
      ? this.i18n.t('studio.quiz.rulesOf', { title: this.i18n.text(this.draft.value().title) })
      : this.i18n.t('studio.quiz.rules'),
  );

  /** Bound to the quiz it was made for. */
  protected readonly save = computed(() => {
    const quiz = this.quiz();
    const edition = (draft: QuizDraft) => ({ version: draft.version, value: toRulesModel(draft) });
    return async (model: RulesModel, version: number) =>
      outcomeOf(this.client.saveRules(quiz, model, version), async () => edition(await this.client.read(quiz)));
  });

  constructor() {
    pageTitle(() => this.heading());
  }

  settle(): Promise<boolean> {
    return this.form()?.settle() ?? Promise.resolve(true);
  }
}
