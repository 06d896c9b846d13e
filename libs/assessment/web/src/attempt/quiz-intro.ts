import { Component, inject, input } from '@angular/core';
import { type QuizFace } from '@haven/assessment/contract';
import { I18n } from '@haven/shared/web';

/** The rules of a quiz, before it is started. */
@Component({
  selector: 'haven-quiz-intro',
  host: { class: 'quiz-intro' },
  template: `
    <ul>
      <li>{{ i18n.n('assessment.intro.questions', quiz().questions) }}</li>
      <li>
        {{
          i18n.t('assessment.intro.' + (quiz().needed ? 'pass' : 'practice'), {
            needed: i18n.number(quiz().needed),
            questions: i18n.number(quiz().scored ?? quiz().questions),
            percent: i18n.number(quiz().passMark),
          })
        }}
      </li>
      @for (line of lines; track line) {
        <li>{{ i18n.t('assessment.intro.' + line) }}</li>
      }
    </ul>
  `,
})
export class QuizIntro {
  readonly quiz = input.required<QuizFace>();
  protected readonly i18n = inject(I18n);
  protected readonly lines = ['partial', 'again', 'kept', 'after'];
}
