import { Component, computed, inject, input, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type QuestionContent, type QuestionDraft } from '@haven/assessment/contract';
import { QuestionEditor, QuizStudioClient } from '@haven/assessment/web/studio';
import { type Leavable, outcomeOf } from '@haven/identity/web/editing';
import { I18n, pageTitle } from '@haven/shared/web';
import { HvButton, HvEmpty, HvSkeleton } from '@haven/shared/ui';
import { CourseNav } from './course-nav';
import { StudioClient } from './studio-client';
import { Trouble } from './trouble';

/** The questions of a quiz, one open at a time; which one is in the address. */
@Component({
  selector: 'haven-questions-page',
  imports: [CourseNav, HvButton, HvEmpty, HvSkeleton, QuestionEditor, RouterLink, Trouble],
  templateUrl: './questions-page.html',
  host: { class: 'studio studio-course' },
})
export class QuestionsPage implements Leavable {
  readonly id = input.required<string>();
  readonly quiz = input.required<string>();
  readonly question = input<string>();

  protected readonly i18n = inject(I18n);
  private readonly quizzes = inject(QuizStudioClient);
  private readonly editor = viewChild(QuestionEditor);
  protected readonly course = inject(StudioClient).course(this.id);
  protected readonly draft = this.quizzes.quiz(this.quiz);

  protected readonly questions = computed(() => (this.draft.hasValue() ? this.draft.value().questions : []));
  protected readonly index = computed(() =>
    Math.max(
      0,
      this.questions().findIndex((question) => question.id === this.question()),
    ),
  );
  protected readonly current = computed(() => this.questions().slice(this.index(), this.index() + 1));
  protected readonly lessons = computed(() =>
    this.course.hasValue() ? this.course.value().modules.flatMap((module) => module.lessons) : [],
  );
  protected readonly row = computed(() => this.lessons().find((lesson) => lesson.quiz === this.quiz()));
  protected readonly places = computed(() =>
    this.lessons().flatMap(({ kind, slug, title }) =>
      kind === 'quiz' ? [] : [{ href: `lesson:${slug}`, title: this.i18n.text(title) }],
    ),
  );
  protected readonly heading = computed(() =>
    this.draft.hasValue()
      ? this.i18n.t('studio.quiz.of', { title: this.i18n.text(this.draft.value().title) })
      : this.i18n.t('studio.quiz.title'),
  );
  protected readonly place = computed(() =>
    this.i18n.t('studio.quiz.place', { n: this.index() + 1, all: this.questions().length }),
  );

  /** Bound to the quiz it was made for: an editor that is going away still saves there. */
  protected readonly save = computed(() => {
    const quiz = this.quiz();
    return (id: string, content: QuestionContent, version: number) => {
      const write = this.quizzes.save(id, content, version).then((saved) => this.know(saved));
      return outcomeOf(write, async () => {
        const theirs = this.know(await this.quizzes.question(quiz, id));
        return { version: theirs.version, value: theirs.content };
      });
    };
  });

  constructor() {
    pageTitle(() => (this.questions().length ? `${this.place()}: ${this.heading()}` : this.heading()));
  }

  settle(): Promise<boolean> {
    return this.editor()?.settle() ?? Promise.resolve(true);
  }

  /** The list and an editor that opens later start from what the server has now. */
  private know(saved: QuestionDraft): QuestionDraft {
    if (this.draft.hasValue())
      this.draft.update(
        (quiz) =>
          quiz && {
            ...quiz,
            questions: quiz.questions.map((question) => (question.id === saved.id ? saved : question)),
          },
      );
    return saved;
  }
}
