import { Component, DOCUMENT, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { HvLiveRegion } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { Arrival } from './shell/arrival';
import { SiteFooter } from './shell/site-footer';
import { SiteHeader } from './shell/site-header';

/** The frame around every page. Each page brings its own `h1`; the one `main` is here. */
@Component({
  selector: 'haven-root',
  imports: [RouterOutlet, HvLiveRegion, SiteHeader, SiteFooter],
  template: `
    <a class="skip-link" href="#content" (click)="$event.preventDefault(); skip()">{{ i18n.t('site.skip') }}</a>
    <haven-header />
    <main id="content" tabindex="-1"><router-outlet /></main>
    <haven-footer />
    <hv-live-region />
  `,
})
export class App {
  protected readonly i18n = inject(I18n);
  private readonly document = inject(DOCUMENT);

  constructor() {
    inject(Arrival).start();
  }

  /** Not left to the browser: with a base address a bare `#content` would lead to the home page. */
  protected skip(): void {
    this.document.getElementById('content')?.focus();
  }
}
