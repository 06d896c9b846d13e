import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type GradedAttempt, type Gradings } from '@haven/assessment/contract';
import { HvButton, HvControl, HvField, HvNotice } from '@haven/shared/ui';
import { I18n, problemOf } from '@haven/shared/web';
import { QuizStudioClient } from './quiz-studio-client';

/** Credit for one answer, with a reason that its learner reads. The attempt is found by the number that its learner has told, and by nothing else. */
@Component({
  selector: 'haven-credit-form',
  imports: [HvButton, HvControl, HvField, HvNotice],
  host: { class: 'edit-part' },
  template: `
    <h2>{{ t('hand.title') }}</h2>
    <p>{{ t('hand.lead') }}</p>
    <form class="stack" novalidate (submit)="$event.preventDefault(); find()">
      <hv-field [label]="t('hand.number')" [errors]="missing() ? [t('hand.unknown')] : []">
        <input hvControl spellcheck="false" autocomplete="off" [value]="number()" (input)="number.set(value($event))" />
      </hv-field>
      <p>
        <button hvButton="quiet" type="submit">{{ t('hand.find') }}</button>
      </p>
    </form>
    @if (attempt(); as found) {
      <form class="stack" novalidate (submit)="$event.preventDefault(); give()">
        <hv-field [label]="t('question')">
          <select hvControl (change)="chosen.set(value($event))">
            @for (question of found.questions; track question.question; let n = $index) {
              <option [value]="question.question" [selected]="question.question === chosen()">
                {{ n + 1 }}. {{ i18n.text(question.prompt) }}
              </option>
            }
          </select>
        </hv-field>
        @if (answer(); as answer) {
          <dl class="result-facts" aria-live="polite">
            <div>
              <dt>{{ t('hand.given') }}</dt>
              @for (line of answer.given; track $index) {
                <dd class="answer-line" [attr.lang]="i18n.lang(line)">{{ i18n.text(line) }}</dd>
              } @empty {
                <dd>{{ t('hand.none') }}</dd>
              }
            </div>
            <div>
              <dt>{{ t('hand.right') }}</dt>
              @for (line of answer.right; track $index) {
                <dd [attr.lang]="i18n.lang(line)">{{ i18n.text(line) }}</dd>
              }
            </div>
            <div>
              <dt>{{ t('hand.credit') }}</dt>
              <dd>{{ credit() }}</dd>
            </div>
          </dl>
          @if (answer.credit !== null) {
            <hv-field class="narrow-field" [label]="t('hand.percent')" [hint]="t('hand.percentHint')">
              <input hvControl inputmode="numeric" [value]="percent()" (input)="percent.set(value($event))" />
            </hv-field>
            <hv-field [label]="t('hand.reason')" [hint]="t('hand.reasonHint')">
              <textarea
                hvControl
                class="short-text"
                rows="3"
                maxlength="1000"
                [value]="reason()"
                (input)="reason.set(value($event))"
              ></textarea>
            </hv-field>
            <p>
              <button hvButton type="submit" [attr.aria-busy]="busy()">{{ t('hand.give') }}</button>
            </p>
          }
        }
      </form>
    }
    @if (said(); as said) {
      <hv-notice [tone]="said === 'hand.done' ? 'good' : 'bad'" role="alert">
        <p>{{ t(said) }}</p>
      </hv-notice>
    }
  `,
})
export class CreditForm {
  readonly quiz = input.required<string>();
  readonly changed = output<Gradings>();

  protected readonly i18n = inject(I18n);
  private readonly client = inject(QuizStudioClient);
  protected readonly number = signal('');
  protected readonly missing = signal(false);
  protected readonly attempt = signal<GradedAttempt | null>(null);
  protected readonly chosen = signal('');
  protected readonly percent = signal('100');
  protected readonly reason = signal('');
  protected readonly busy = signal(false);
  protected readonly said = signal<'hand.done' | 'hand.wrong' | 'failed' | null>(null);
  protected readonly answer = computed(() =>
    this.attempt()?.questions.find(({ question }) => question === this.chosen()),
  );
  protected readonly credit = computed(() => {
    const credit = this.answer()?.credit ?? null;
    if (credit === null) return this.t('hand.unscored');
    return this.i18n.t('editing.grading.hand.of', { percent: this.i18n.number(Math.round(credit * 100)) });
  });

  protected t(key: string): string {
    return this.i18n.t(`editing.grading.${key}`);
  }

  protected value(event: Event): string {
    return (event.target as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value;
  }

  protected async find(): Promise<void> {
    this.said.set(null);
    this.missing.set(false);
    this.attempt.set(null);
    try {
      const found = await this.client.attempt(this.quiz(), this.number().trim());
      this.attempt.set(found);
      // The first that may be wanted: one that did not earn everything.
      const short = found.questions.find(({ credit }) => credit !== null && credit < 1) ?? found.questions[0];
      this.chosen.set(short?.question ?? '');
    } catch (error) {
      if (problemOf(error)) this.missing.set(true);
      else this.said.set('failed');
    }
  }

  protected async give(): Promise<void> {
    const found = this.attempt();
    if (this.busy() || !found) return;
    this.busy.set(true);
    this.said.set(null);
    try {
      const order = { attempt: found.id, question: this.chosen(), percent: Number(this.percent() || NaN) };
      this.changed.emit(await this.client.grade(this.quiz(), { kind: 'credit', ...order, reason: this.reason() }));
      this.said.set('hand.done');
      this.reason.set('');
      this.attempt.set(await this.client.attempt(this.quiz(), found.id));
    } catch (error) {
      this.said.set(problemOf(error)?.code === 'invalid' ? 'hand.wrong' : 'failed');
    } finally {
      this.busy.set(false);
    }
  }
}
