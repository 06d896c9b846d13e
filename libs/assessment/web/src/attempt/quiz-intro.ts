import { Component, computed, inject, input } from '@angular/core';
import { type QuizFace } from '@haven/assessment/contract';
import { I18n } from '@haven/shared/web';
import { length } from './length';

/** The rules of a quiz, before it is started. `minutes`: how long this person has, with their extra time. */
@Component({
  selector: 'haven-quiz-intro',
  host: { class: 'quiz-intro' },
  template: `
    <ul>
      @for (line of lines(); track line) {
        <li>{{ line }}</li>
      }
    </ul>
  `,
})
export class QuizIntro {
  readonly quiz = input.required<QuizFace>();
  readonly minutes = input<number | null>(null);
  protected readonly i18n = inject(I18n);

  protected readonly lines = computed(() => {
    const { questions, scored, needed, passMark, attempts, coolDown, timeLimit, feedback } = this.quiz();
    const [t, n] = [this.i18n.t.bind(this.i18n), this.i18n.n.bind(this.i18n)];
    const minutes = timeLimit && (this.minutes() ?? timeLimit);
    const mark = {
      needed: this.i18n.number(needed),
      questions: this.i18n.number(scored ?? questions),
      percent: this.i18n.number(passMark),
    };
    return [
      n('assessment.intro.questions', questions),
      t(`assessment.intro.${needed ? 'pass' : 'practice'}`, mark),
      t('assessment.intro.partial'),
      attempts === undefined ? t('assessment.intro.again') : n('assessment.intro.attempts', attempts),
      ...(coolDown ? [t('assessment.intro.coolDown', { length: length(this.i18n, coolDown) })] : []),
      minutes ? n('assessment.intro.time', minutes) : t('assessment.intro.kept'),
      ...(minutes && minutes !== timeLimit ? [t('assessment.intro.extra')] : []),
      t(`assessment.intro.feedback.${feedback ?? 'submit'}`),
    ];
  });
}
