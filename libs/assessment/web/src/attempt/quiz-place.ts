import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type QuizFace, type QuizStanding } from '@haven/assessment/contract';
import { HvNotice } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';

/** Where somebody stands at a quiz: how many attempts they have left, when the next may begin, and those that they made. */
@Component({
  selector: 'haven-quiz-place',
  imports: [RouterLink, HvNotice],
  host: { class: 'stack' },
  template: `
    @if (hold(); as hold) {
      <hv-notice tone="warn">
        <p>{{ hold }}</p>
      </hv-notice>
    } @else if (standing().left; as left) {
      <p>{{ i18n.n('assessment.place.left', left) }}</p>
    }
    @if (rows().length) {
      <h3>{{ i18n.t('assessment.place.made') }}</h3>
      <ul>
        @for (row of rows(); track row.id) {
          <li>
            <a [routerLink]="link()(row.id)">{{ row.words }}</a>
          </li>
        }
      </ul>
    }
  `,
})
export class QuizPlace {
  readonly quiz = input.required<QuizFace>();
  readonly standing = input.required<QuizStanding>();
  readonly link = input.required<(attempt: string) => string>();
  protected readonly i18n = inject(I18n);

  protected readonly open = computed(() => this.standing().attempts.some(({ submittedAt }) => submittedAt === null));
  /** Why no attempt can be begun now. One that is open can be gone on with. */
  protected readonly hold = computed(() => {
    const { left, waitUntil } = this.standing();
    if (this.open()) return null;
    if (left === 0) return this.i18n.t('assessment.place.usedUp');
    return waitUntil && this.i18n.t('assessment.place.tooSoon', { when: this.when(waitUntil) });
  });
  protected readonly rows = computed(() =>
    this.standing().attempts.flatMap(({ id, submittedAt, credit, passed }) => {
      if (submittedAt === null) return [];
      const mark = this.quiz().needed ? (passed ? 'passed' : 'notPassed') : 'practised';
      const words = this.i18n.t(`assessment.place.${mark}`, {
        when: this.when(submittedAt),
        credit: this.i18n.number(Math.round((credit ?? 0) * 100) / 100),
      });
      return { id, words };
    }),
  );

  private when(iso: string): string {
    return this.i18n.date(iso, { dateStyle: 'long', timeStyle: 'short' });
  }
}
