import { Component, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { AttemptRun, type Submission } from '@haven/assessment/web';
import { AnswerList } from '@haven/assessment/web/review';
import { Announcer, HvButton, HvNotice } from '@haven/shared/ui';
import { I18n, pageTitle } from '@haven/shared/web';
import { CourseStudy } from '../course/course-study';

const titles = { waiting: 'notSent', refused: 'refused', unreachable: 'unreachable' } as const;

/** Every answer on one page before handing in. Handing in waits until the server has them all. */
@Component({
  selector: 'haven-check-page',
  imports: [RouterLink, AnswerList, HvButton, HvNotice],
  template: `
    <h1>{{ i18n.t('assessment.check.title') }}</h1>
    <p class="lede">{{ i18n.t(run.confirmed().size ? 'assessment.check.leadFixed' : 'assessment.check.lead') }}</p>
    @if (problem(); as problem) {
      <hv-notice tone="bad" role="alert">
        <p>
          <strong>{{ i18n.t('assessment.check.' + problem) }}.</strong>
          {{ i18n.t('assessment.check.' + problem + 'How') }}
        </p>
      </hv-notice>
    }
    @if (run.unanswered().length) {
      <hv-notice tone="warn">
        <p>
          {{ i18n.n('assessment.check.unanswered', run.unanswered().length) }}
          @for (question of run.unanswered(); track question.id; let last = $last) {
            <!-- prettier-ignore -->
            <a [routerLink]="path('q/' + number(question.id))">{{ i18n.t('assessment.check.number', { n: number(question.id) }) }}</a>{{
              last ? '.' : ', '
            }}
          }
          {{ i18n.t('assessment.check.unansweredNote') }}
        </p>
      </hv-notice>
    }
    <haven-answer-list
      [questions]="run.questions()"
      [answered]="answered"
      [flags]="run.flags()"
      [fixed]="run.confirmed()"
      [link]="link"
    />
    <p class="page-act">
      <button hvButton type="button" [attr.aria-busy]="busy()" (click)="submit()">
        {{ i18n.t(busy() ? 'assessment.check.submitting' : 'assessment.check.submit') }}
      </button>
    </p>
  `,
})
export class CheckPage {
  readonly id = input.required<string>();
  readonly lesson = input.required<string>();
  protected readonly i18n = inject(I18n);
  protected readonly run = inject(AttemptRun);
  private readonly study = inject(CourseStudy);
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);

  protected readonly busy = signal(false);
  protected readonly problem = signal<(typeof titles)[keyof typeof titles] | null>(null);
  protected readonly answered = (question: string) => this.run.answered(question);
  protected readonly link = (n: number) => this.path(`q/${n}`);

  constructor() {
    pageTitle(() => {
      const title = this.i18n.t('assessment.check.title');
      return this.problem() ? this.i18n.t('error.titlePrefix', { title }) : title;
    });
    effect(() => {
      if (this.run.detail()?.result && !this.busy())
        void this.router.navigateByUrl(this.path('result'), { replaceUrl: true });
    });
  }

  protected number(question: string): number {
    return this.run.questions().findIndex((q) => q.id === question) + 1;
  }

  protected path(place: string): string {
    return this.study.path(this.lesson(), `/attempt/${this.id()}/${place}`);
  }

  protected async submit(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    this.announcer.say(this.i18n.t('assessment.check.submitting'));
    const outcome: Submission = await this.run.submit();
    if (outcome === 'done') await this.study.refresh();
    else this.problem.set(titles[outcome]);
    this.busy.set(false);
  }
}
