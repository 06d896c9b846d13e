import { Component, type ComponentRef, computed, inject, viewChild, ViewContainerRef } from '@angular/core';
import { Router, RouterLink, RouterLinkActive } from '@angular/router';
import { SessionStore } from '@haven/identity/web';
import { type SignOutDialog } from '@haven/identity/web/sign-out';
import { I18n } from '@haven/shared/web/frame';
import { HvIcon } from '@haven/shared/ui/frame';
import { BrandMark } from './brand-mark';
import { Here } from './here';

/** The head of every page. Two or three links need no menu: they stand under the name where the screen is narrow. */
@Component({
  selector: 'haven-header',
  imports: [RouterLink, RouterLinkActive, BrandMark, HvIcon],
  templateUrl: './site-header.html',
})
export class SiteHeader {
  protected readonly i18n = inject(I18n);
  protected readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly here = inject(Here);

  /** Someone with an account; a guest has nothing to sign out of. */
  protected readonly person = computed(() => {
    const person = this.session.person();
    return person && person.role !== 'guest' ? person : null;
  });
  protected readonly staff = computed(() => ['author', 'editor', 'administrator'].includes(this.person()?.role ?? ''));

  protected readonly other = computed(() => (this.i18n.locale() === 'en' ? 'es' : 'en'));
  /** This very address in the other language, with its query and fragment. */
  protected readonly otherUrl = computed(() =>
    this.router.parseUrl(
      this.i18n.path(this.i18n.bare(this.here.url()), this.other()).replace(/^\/es\/(?=[?#])/, '/es'),
    ),
  );
  protected readonly signIn = computed(() => {
    const [url = ''] = this.here.url().split('#');
    return /^(\/es)?\/sign-in/.test(url) || this.i18n.bare(url) === '/' ? {} : { next: url };
  });

  private readonly dialogs = viewChild.required('dialogs', { read: ViewContainerRef });
  private leaving: ComponentRef<SignOutDialog> | null = null;

  /** The dialog comes when it is needed: most readers never sign out. */
  protected async signOut(): Promise<void> {
    const { SignOutDialog } = await import('@haven/identity/web/sign-out');
    this.leaving ??= this.dialogs().createComponent(SignOutDialog);
    await this.leaving.instance.ask();
  }
}
