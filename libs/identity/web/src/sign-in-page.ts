import { HttpErrorResponse } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { SignIn } from '@haven/identity/contract';
import { isStaff } from '@haven/shared/contract/plain';
import { I18n, pageTitle, problemOf } from '@haven/shared/web';
import { Announcer, HvButton, HvControl, HvErrorSummary, HvField } from '@haven/shared/ui';
import { nextPath } from './next-path';
import { SessionStore } from './session-store';

type Refusal = 'wrong' | 'tries' | 'offline' | 'failed';

/** When the server wants to be asked again, by its `Retry-After` in seconds; a quarter of an hour where it does not say. */
const retryMoment = (error: HttpErrorResponse) =>
  new Date(Date.now() + (Number(error.headers.get('retry-after')) || 900) * 1000);

/** E-mail and password. Somebody who is signed in already is sent on. */
@Component({
  selector: 'haven-sign-in-page',
  imports: [FormField, RouterLink, HvButton, HvControl, HvErrorSummary, HvField],
  host: { class: 'sign-in' },
  template: `
    <div class="wrap sign-in-columns">
      @if (errors().length) {
        <hv-error-summary [heading]="i18n.t('identity.errors.heading')" [errors]="errors()" />
      }
      <h1>{{ i18n.t('identity.signIn.title') }}</h1>
      <p class="lede">
        {{ i18n.t('identity.signIn.lede') }}
        <a [routerLink]="i18n.path('/courses')">{{ i18n.t('identity.signIn.learn') }}</a>
      </p>
      <form class="stack sign-in-form" novalidate (submit)="$event.preventDefault(); submit()">
        <hv-field [label]="i18n.t('identity.signIn.email')" [errors]="at('email')">
          <input
            hvControl
            id="email"
            type="email"
            autocomplete="username"
            autocapitalize="none"
            spellcheck="false"
            [formField]="form.email"
          />
        </hv-field>
        <hv-field [label]="i18n.t('identity.signIn.password')" [errors]="at('password')">
          <input
            hvControl
            id="password"
            autocomplete="current-password"
            autocapitalize="none"
            spellcheck="false"
            [attr.type]="shown() ? 'text' : 'password'"
            [formField]="form.password"
          />
        </hv-field>
        <label class="check">
          <input type="checkbox" [checked]="shown()" (change)="show()" />
          {{ i18n.t('identity.signIn.show') }}
        </label>
        <p>
          <button hvButton type="submit">
            {{ i18n.t(sending() ? 'identity.signIn.sending' : 'identity.signIn.submit') }}
          </button>
        </p>
      </form>
    </div>
  `,
})
export class SignInPage {
  readonly next = input<string>();

  protected readonly i18n = inject(I18n);
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);

  protected readonly model = signal({ email: '', password: '' });
  protected readonly form = form(this.model, (path) => validateStandardSchema(path, SignIn));
  protected readonly shown = signal(false);
  protected readonly sending = signal(false);
  private readonly retryAt = signal<Date | null>(null);
  private readonly submitted = signal<{ email: string; password: string } | null>(null);
  private readonly refusal = signal<Refusal | null>(null);

  /** Errors are said on submit, and stay until the next one: nothing turns red under the hands of somebody who is typing. */
  protected readonly errors = computed(() => {
    const [submitted, refusal] = [this.submitted(), this.refusal()];
    const messages: { field: string; message: string }[] = [];
    if (submitted && !SignIn.shape.email.safeParse(submitted.email).success)
      messages.push({ field: 'email', message: this.i18n.t('identity.errors.email') });
    if (submitted && !SignIn.shape.password.safeParse(submitted.password).success)
      messages.push({
        field: 'password',
        message: this.i18n.t(`identity.errors.${submitted.password ? 'passwordLong' : 'password'}`),
      });
    if (refusal) messages.push({ field: 'email', message: this.refused(refusal) });
    return messages;
  });

  constructor() {
    pageTitle(() => {
      const title = this.i18n.t('identity.signIn.title');
      return this.errors().length ? this.i18n.t('error.titlePrefix', { title }) : title;
    });
    effect(() => {
      const person = this.session.person();
      if (person && person.role !== 'guest') untracked(() => void this.goOn(isStaff(person.role)));
    });
  }

  protected at(field: string): string[] {
    return this.errors()
      .filter((error) => error.field === field && this.refusal() === null)
      .map((error) => error.message);
  }

  protected show(): void {
    this.shown.update((shown) => !shown);
    this.announcer.say(this.i18n.t(this.shown() ? 'identity.signIn.shown' : 'identity.signIn.hidden'));
  }

  protected async submit(): Promise<void> {
    if (this.sending()) return;
    this.refusal.set(null);
    this.submitted.set(null);
    if (this.form().invalid()) return this.submitted.set({ ...this.model() });
    this.sending.set(true);
    try {
      await this.session.signIn(SignIn.parse(this.model()));
    } catch (error) {
      this.refuse(error);
    } finally {
      this.sending.set(false);
    }
  }

  private refuse(error: unknown): void {
    const problem = problemOf(error);
    if (problem?.code === 'too-many-tries' && error instanceof HttpErrorResponse) this.retryAt.set(retryMoment(error));
    const words: Partial<Record<string, Refusal>> = { 'wrong-credentials': 'wrong', 'too-many-tries': 'tries' };
    this.refusal.set(problem === null ? 'offline' : (words[problem.code] ?? 'failed'));
  }

  private refused(refusal: Refusal): string {
    const at = this.retryAt();
    const time = at ? this.i18n.date(at.toISOString(), { timeStyle: 'short' }) : '';
    return this.i18n.t(`identity.errors.${refusal}`, { time });
  }

  private goOn(staff: boolean): Promise<boolean> {
    return this.router.navigateByUrl(nextPath(this.next(), this.i18n.path(staff ? '/studio' : '/')), {
      replaceUrl: true,
    });
  }
}
