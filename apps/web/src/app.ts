import {
  afterNextRender,
  Component,
  computed,
  DOCUMENT,
  inject,
  isDevMode,
  viewChild,
  ViewContainerRef,
} from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { HvLiveRegion } from '@haven/shared/ui/frame';
import { I18n } from '@haven/shared/web/frame';
import { Arrival } from './shell/arrival';
import { Here } from './shell/here';
import { SiteFooter } from './shell/site-footer';
import { SiteHeader } from './shell/site-header';

/** The frame around every page. Each page brings its own `h1`; the one `main` is here. */
@Component({
  selector: 'haven-root',
  imports: [RouterOutlet, HvLiveRegion, SiteHeader, SiteFooter],
  template: `
    <a class="skip-link" [attr.href]="content()" (click)="$event.preventDefault(); skip()">{{ i18n.t('site.skip') }}</a>
    <haven-header />
    <main id="content" tabindex="-1"><router-outlet /></main>
    <haven-footer />
    <hv-live-region />
    <ng-container #late />
  `,
})
export class App {
  protected readonly i18n = inject(I18n);
  private readonly document = inject(DOCUMENT);
  private readonly here = inject(Here);
  private readonly late = viewChild.required('late', { read: ViewContainerRef });

  /** With its page before it, so that it also leads there before the page has woken up: against the base address `#content` is the home page's. */
  protected readonly content = computed(() => this.here.url().replace(/#.*$/, '') + '#content');

  constructor() {
    inject(Arrival).start();
    afterNextRender(() => {
      if (!isDevMode()) whenIdle(() => void this.keepOnDevice());
    });
  }

  /** Not with `@defer`: what that needs would come with the first scripts of every page. */
  private async keepOnDevice(): Promise<void> {
    const { NewVersion } = await import('./shell/new-version');
    this.late().createComponent(NewVersion);
  }

  /** Not left to the browser once the page is awake: the address would change, and the page would count as another one. */
  protected skip(): void {
    this.document.getElementById('content')?.focus();
  }
}

/** Once the page is there and nothing else is to be done. Safari has no idle callback; a while after loading is as good. */
function whenIdle(act: () => void): void {
  const idle = () => ('requestIdleCallback' in globalThis ? requestIdleCallback(act) : setTimeout(act, 2000));
  if (document.readyState === 'complete') idle();
  else addEventListener('load', idle, { once: true });
}
