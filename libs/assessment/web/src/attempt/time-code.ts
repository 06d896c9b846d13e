import { Component, inject, output, signal } from '@angular/core';
import { HvButton, HvControl, HvField, HvNotice } from '@haven/shared/ui';
import { I18n, problemOf } from '@haven/shared/web';
import { TimeCodeClient } from './time-code-client';

/** Where somebody gives the code that they were given for more time. */
@Component({
  selector: 'haven-time-code',
  imports: [HvButton, HvControl, HvField, HvNotice],
  template: `
    <details class="disclosure">
      <summary>{{ t('have') }}</summary>
      <form class="stack" novalidate (submit)="$event.preventDefault(); use()">
        <hv-field class="narrow-field" [label]="t('code')" [hint]="t('hint')">
          <input hvControl autocomplete="off" autocapitalize="none" spellcheck="false" (input)="write($event)" />
        </hv-field>
        @if (failed(); as failed) {
          <hv-notice tone="bad" role="alert">
            <p>{{ t(failed) }}</p>
          </hv-notice>
        }
        <div role="status">
          @if (has(); as has) {
            <hv-notice tone="good">
              <p>{{ t('has', { percent: i18n.number(has) }) }}</p>
            </hv-notice>
          }
        </div>
        <p>
          <button hvButton="quiet" type="submit">{{ t('use') }}</button>
        </p>
      </form>
    </details>
  `,
})
export class TimeCodeEntry {
  /** They have more time now. */
  readonly used = output();
  protected readonly i18n = inject(I18n);
  private readonly client = inject(TimeCodeClient);
  private readonly code = signal('');
  protected readonly has = signal<number | null>(null);
  protected readonly failed = signal<'unknown' | 'failed' | null>(null);

  protected t(key: string, values?: Record<string, string>): string {
    return this.i18n.t(`assessment.timeCode.${key}`, values);
  }

  protected write(event: Event): void {
    this.code.set((event.target as HTMLInputElement).value);
  }

  protected async use(): Promise<void> {
    this.failed.set(null);
    this.has.set(null);
    try {
      const { percent } = await this.client.use(this.code());
      this.has.set(percent);
      this.used.emit();
    } catch (error) {
      this.failed.set(['invalid', 'not-found'].includes(problemOf(error)?.code ?? '') ? 'unknown' : 'failed');
    }
  }
}
