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
            [routerLink]="i18n.path(use.drawn ? use.link + '/rules' : use.link)"
            [queryParams]="use.drawn ? null : { question: question() }"
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

  protected state({ release, drawn }: QuestionUse): string {
    const words = release === null ? 'bank.uses.draft' : 'bank.uses.release';
    const state = this.i18n.t(words, { n: this.i18n.number(release ?? 0) });
    return drawn ? this.i18n.t('bank.uses.drawn', { state }) : state;
  }
}
