import { Component, inject, signal } from '@angular/core';
import { HvButton, HvControl, HvField, HvNotice } from '@haven/shared/ui';
import { I18n, problemOf } from '@haven/shared/web';
import { QuizStudioClient } from './quiz-studio-client';
import { TimeCodeForm } from './time-code-form';

/** More time for one person, in every quiz. Who has it is not listed: nobody needs to read who that is. */
@Component({
  selector: 'haven-extra-time-form',
  imports: [HvButton, HvControl, HvField, HvNotice, TimeCodeForm],
  host: { class: 'edit-part' },
  template: `
    <h2>{{ t('title') }}</h2>
    <p>{{ t('lead') }}</p>
    <form class="stack" novalidate (submit)="$event.preventDefault(); give()">
      <hv-field class="narrow-field" [label]="t('email')">
        <input hvControl type="email" autocomplete="off" [value]="email()" (input)="email.set(value($event))" />
      </hv-field>
      <hv-field class="narrow-field" [label]="t('percent')" [hint]="t('percentHint')">
        <input hvControl inputmode="numeric" [value]="percent()" (input)="percent.set(value($event))" />
      </hv-field>
      @if (said(); as said) {
        <hv-notice [tone]="said === 'given' ? 'good' : 'bad'" role="alert">
          <p>{{ t(said) }}</p>
        </hv-notice>
      }
      <p>
        <button hvButton="quiet" type="submit">{{ t('give') }}</button>
      </p>
    </form>
    <haven-time-code-form />
  `,
})
export class ExtraTimeForm {
  private readonly i18n = inject(I18n);
  private readonly client = inject(QuizStudioClient);
  protected readonly email = signal('');
  protected readonly percent = signal('25');
  protected readonly said = signal<'given' | 'unknown' | 'wrong' | 'failed' | null>(null);

  protected t(key: string): string {
    return this.i18n.t(`editing.extraTime.${key}`);
  }

  protected value(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async give(): Promise<void> {
    this.said.set(null);
    try {
      await this.client.giveTime({ email: this.email(), percent: Number(this.percent() || NaN) });
      this.said.set('given');
    } catch (error) {
      const code = problemOf(error)?.code;
      this.said.set(code === 'not-found' ? 'unknown' : code === 'invalid' ? 'wrong' : 'failed');
    }
  }
}
