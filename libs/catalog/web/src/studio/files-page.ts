import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { QuestionExport, QuestionImport, QuizStudioClient } from '@haven/assessment/web/studio';
import { HvSkeleton } from '@haven/shared/ui';
import { I18n, pageTitle } from '@haven/shared/web';
import { CourseNav } from './course-nav';
import { Trouble } from './trouble';

/** Questions of a quiz that come from files and leave as files. */
@Component({
  selector: 'haven-files-page',
  imports: [CourseNav, HvSkeleton, QuestionExport, QuestionImport, RouterLink, Trouble],
  host: { class: 'studio studio-course' },
  template: `
    @if (draft.error(); as error) {
      <div class="wrap"><haven-trouble [error]="error" (retry)="draft.reload()" /></div>
    } @else {
      <haven-course-nav [course]="id()" />
      <div class="wrap stack stack-loose">
        <h1>{{ heading() }}</h1>
        <p>
          <a [routerLink]="i18n.path(questions())">{{ i18n.t('exchange.toQuestions') }}</a>
        </p>
        @if (draft.hasValue()) {
          <haven-question-import [quiz]="quiz()" [questions]="questions()" (changed)="refresh()" />
          <haven-question-export [quiz]="quiz()" [questions]="draft.value().questions" />
        } @else {
          <hv-skeleton [lines]="10" [label]="i18n.t('studio.loading')" />
        }
      </div>
    }
  `,
})
export class FilesPage {
  readonly id = input.required<string>();
  readonly quiz = input.required<string>();

  protected readonly i18n = inject(I18n);
  private readonly client = inject(QuizStudioClient);
  protected readonly draft = this.client.quiz(this.quiz);
  protected readonly questions = computed(() => `/studio/courses/${this.id()}/questions/${this.quiz()}`);
  protected readonly heading = computed(() =>
    this.draft.hasValue()
      ? this.i18n.t('exchange.of', { title: this.i18n.text(this.draft.value().title) })
      : this.i18n.t('exchange.title'),
  );

  constructor() {
    pageTitle(() => this.heading());
  }

  /** Where that fails, what was brought in and the way back stay on the page. */
  protected async refresh(): Promise<void> {
    const draft = await this.client.read(this.quiz()).catch(() => null);
    if (draft) this.draft.set(draft);
  }
}
