import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type QuestionUse } from '@haven/assessment/contract';
import { I18n } from '@haven/shared/web';

/** Where a question is asked: the lesson, the course, and the release in which learners meet it. */
@Component({
  selector: 'haven-question-uses',
  imports: [RouterLink],
  host: { class: 'question-uses' },
  template: `
    <ul class="small">
      @for (use of uses(); track $index) {
        <li>
          <a
            [routerLink]="i18n.path(use.link)"
            [queryParams]="{ question: question() }"
            [attr.lang]="i18n.lang(use.title)"
            >{{ i18n.text(use.title) }}</a>,
          <span [attr.lang]="i18n.lang(use.within)">{{ i18n.text(use.within) }}</span>: {{ state(use) }}
        </li>
      } @empty {
        <li>{{ i18n.t('bank.uses.none') }}</li>
      }
    </ul>
  `,
})
export class QuestionUses {
  readonly uses = input.required<readonly QuestionUse[]>();
  readonly question = input.required<string>();
  protected readonly i18n = inject(I18n);

  protected state({ release }: QuestionUse): string {
    if (release === null) return this.i18n.t('bank.uses.draft');
    return this.i18n.t('bank.uses.release', { n: this.i18n.number(release) });
  }
}
