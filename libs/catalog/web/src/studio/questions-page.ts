import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type QuestionContent, type QuestionDraft } from '@haven/assessment/contract';
import { QuestionEditor, QuestionState, QuestionUses, QuizStudioClient } from '@haven/assessment/web/studio';
import { type Leavable, outcomeOf } from '@haven/identity/web/editing';
import { I18n, pageTitle } from '@haven/shared/web';
import { Announcer, HvButton, HvEmpty, HvNotice, HvSkeleton } from '@haven/shared/ui';
import { CourseNav } from './course-nav';
import { StudioClient } from './studio-client';
import { Trouble } from './trouble';

/** The questions of a quiz, one open at a time; which one is in the address. */
@Component({
  selector: 'haven-questions-page',
  imports: [
    CourseNav,
    HvButton,
    HvEmpty,
    HvNotice,
    HvSkeleton,
    QuestionEditor,
    QuestionState,
    QuestionUses,
    RouterLink,
    Trouble,
  ],
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
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly addFailed = signal(false);
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
  /** Where the open question is asked. */
  protected readonly uses = this.quizzes.uses(computed(() => this.current()[0]?.id));
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

  /** Another question at the end, and its editor: a copy of the one that is open, or a new one with words to write over. */
  protected async add(copied: boolean): Promise<void> {
    this.addFailed.set(false);
    await this.editor()?.settle();
    const [open] = this.current();
    const content = copied && open ? open.content : this.starter();
    try {
      const added = await this.quizzes.add(this.quiz(), content);
      this.draft.update((quiz) => quiz && { ...quiz, questions: [...quiz.questions, added] });
      await this.router.navigate([], { queryParams: { question: added.id } });
      this.announcer.say(this.i18n.t('studio.quiz.added', { n: this.questions().length }));
      afterNextRender(() => this.host.querySelector<HTMLElement>('haven-question-editor textarea')?.focus(), {
        injector: this.injector,
      });
    } catch {
      this.addFailed.set(true);
    }
  }

  /** The least that a question can be. It has no evidence, so that it cannot be published before it is written. */
  private starter(): QuestionContent {
    const t = (key: string) => ({ en: this.i18n.t(`studio.quiz.starter.${key}`) });
    const options = ['a', 'b'].map((id) => ({ id, text: t(id), correct: id === 'a' }));
    return { kind: 'single', prompt: t('prompt'), explanation: t('why'), options, evidence: null };
  }

  /** The open question, once what is written of it is saved. */
  protected readonly settled = async (): Promise<QuestionDraft | null> =>
    (await this.settle()) ? (this.current()[0] ?? null) : null;

  settle(): Promise<boolean> {
    return this.editor()?.settle() ?? Promise.resolve(true);
  }

  /** The list and an editor that opens later start from what the server has now. */
  protected know(saved: QuestionDraft): QuestionDraft {
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
