import { Component, computed, inject, input, output } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { HvButton, HvEmpty, HvLoadError } from '@haven/shared/ui';
import { I18n, problemOf } from '@haven/shared/web';

/** Why a page of a recording is not here, and what to do about it. */
@Component({
  selector: 'haven-recording-trouble',
  imports: [HvButton, HvEmpty, HvLoadError, RouterLink],
  template: `
    @if (code() === 'not-found') {
      <hv-empty [level]="1" [heading]="say('notFound')">
        <p>{{ say('notFoundBody') }}</p>
        <p>
          <a hvButton="quiet" [routerLink]="i18n.path('/studio/recordings')">{{ say('toLibrary') }}</a>
        </p>
      </hv-empty>
    } @else if (code() === 'not-signed-in') {
      <hv-empty [level]="1" [heading]="say('signedOut')">
        <p>{{ say('signedOutBody') }}</p>
        <p>
          <a hvButton [routerLink]="i18n.path('/sign-in')" [queryParams]="{ next: router.url }">{{ say('signIn') }}</a>
        </p>
      </hv-empty>
    } @else {
      <hv-load-error
        [level]="1"
        [heading]="say(kind())"
        [message]="say(kind() + 'Body')"
        [retryLabel]="i18n.t('recordings.studio.retry')"
        (retry)="retry.emit()"
      />
    }
  `,
})
export class RecordingTrouble {
  readonly error = input.required<unknown>();
  readonly retry = output();

  protected readonly i18n = inject(I18n);
  protected readonly router = inject(Router);
  private readonly problem = computed(() => problemOf(this.error()));
  protected readonly code = computed(() => this.problem()?.code);
  protected readonly kind = computed(() => (this.problem() ? 'failed' : 'offline'));

  protected say(key: string): string {
    return this.i18n.t(`recordings.studio.trouble.${key}`);
  }
}
