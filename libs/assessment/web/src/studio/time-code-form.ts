import { Component, inject, signal } from '@angular/core';
import { type TimeCode } from '@haven/assessment/contract';
import { HvButton, HvControl, HvField, HvNotice } from '@haven/shared/ui';
import { I18n, problemOf } from '@haven/shared/web';
import { QuizStudioClient } from './quiz-studio-client';

/** More time for somebody without an account: a code to say or to write down, which they give at the quiz. */
@Component({
  selector: 'haven-time-code-form',
  imports: [HvButton, HvControl, HvField, HvNotice],
  host: { class: 'stack' },
  template: `
    <h3>{{ t('title') }}</h3>
    <p>{{ t('lead') }}</p>
    <form class="stack" novalidate (submit)="$event.preventDefault(); make()">
      <hv-field class="narrow-field" [label]="i18n.t('editing.extraTime.percent')">
        <input hvControl inputmode="numeric" [value]="percent()" (input)="write($event)" />
      </hv-field>
      <div role="status">
        @if (made(); as made) {
          <hv-notice tone="good">
            <p>
              {{ t('made') }} <strong translate="no">{{ made.code }}</strong>
            </p>
            <p>{{ how(made) }}</p>
          </hv-notice>
        }
      </div>
      @if (failed(); as failed) {
        <hv-notice tone="bad" role="alert">
          <p>{{ t(failed) }}</p>
        </hv-notice>
      }
      <p>
        <button hvButton="quiet" type="submit">{{ t(made() ? 'another' : 'make') }}</button>
      </p>
    </form>
  `,
})
export class TimeCodeForm {
  protected readonly i18n = inject(I18n);
  private readonly client = inject(QuizStudioClient);
  protected readonly percent = signal('25');
  protected readonly made = signal<TimeCode | null>(null);
  protected readonly failed = signal<'wrong' | 'failed' | null>(null);
  private readonly busy = signal(false);

  protected t(key: string, values?: Record<string, string>): string {
    return this.i18n.t(`editing.timeCode.${key}`, values);
  }

  protected how({ percent, until }: TimeCode): string {
    return this.t('how', { percent: this.i18n.number(percent), until: this.i18n.date(until, { dateStyle: 'long' }) });
  }

  protected write(event: Event): void {
    this.percent.set((event.target as HTMLInputElement).value);
  }

  protected async make(): Promise<void> {
    // Two presses would make two codes, and the first would be gone from the page before it was read.
    if (this.busy()) return;
    this.busy.set(true);
    this.failed.set(null);
    try {
      this.made.set(await this.client.makeTimeCode({ percent: Number(this.percent() || NaN) }));
    } catch (error) {
      this.failed.set(problemOf(error)?.code === 'invalid' ? 'wrong' : 'failed');
    } finally {
      this.busy.set(false);
    }
  }
}
