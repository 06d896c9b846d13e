import { Component, computed, inject, input, output } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { I18n, problemOf } from '@haven/shared/web';
import { HvButton, HvEmpty, HvLoadError } from '@haven/shared/ui';

/** Why a page of the studio is not here, and what to do about it. */
@Component({
  selector: 'haven-trouble',
  imports: [HvButton, HvEmpty, HvLoadError, RouterLink],
  template: `
    @if (code() === 'not-found') {
      <hv-empty [level]="1" [heading]="i18n.t('studio.trouble.notFound')">
        <p>{{ i18n.t('studio.trouble.notFoundBody') }}</p>
        <p>
          <a hvButton="quiet" [routerLink]="i18n.path('/studio')">{{ i18n.t('studio.trouble.toCourses') }}</a>
        </p>
      </hv-empty>
    } @else if (code() === 'not-signed-in') {
      <hv-empty [level]="1" [heading]="i18n.t('studio.trouble.signedOut')">
        <p>{{ i18n.t('studio.trouble.signedOutBody') }}</p>
        <p>
          <a hvButton [routerLink]="i18n.path('/sign-in')" [queryParams]="{ next: router.url }">{{
            i18n.t('studio.trouble.signIn')
          }}</a>
        </p>
      </hv-empty>
    } @else {
      <hv-load-error
        [level]="1"
        [heading]="i18n.t('studio.trouble.' + kind())"
        [message]="i18n.t('studio.trouble.' + kind() + 'Body')"
        [retryLabel]="i18n.t('studio.retry')"
        (retry)="retry.emit()"
      />
    }
  `,
})
export class Trouble {
  readonly error = input.required<unknown>();
  readonly retry = output();

  protected readonly i18n = inject(I18n);
  protected readonly router = inject(Router);
  private readonly problem = computed(() => problemOf(this.error()));
  protected readonly code = computed(() => this.problem()?.code);
  protected readonly kind = computed(() => (this.problem() ? 'failed' : 'offline'));
}
