import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { HvButton, HvEmpty } from '@haven/shared/ui';
import { I18n, pageStatus } from '@haven/shared/web';

/** There is no page here: what may have happened, and where to go. */
@Component({
  selector: 'haven-missing',
  imports: [RouterLink, HvButton, HvEmpty],
  template: `
    <div class="wrap plain-page lost">
      <hv-empty [heading]="i18n.t('pages.missing.title')" [level]="1">
        <p class="lede">{{ i18n.t('pages.missing.lede') }}</p>
        <p class="cluster">
          <a hvButton [routerLink]="i18n.path('/courses')">{{ i18n.t('pages.missing.courses') }}</a>
          <a class="line-link" [routerLink]="i18n.path('/')">{{ i18n.t('pages.missing.home') }}</a>
        </p>
      </hv-empty>
      <svg class="lost-drawing" viewBox="0 0 320 200" aria-hidden="true">
        <path class="hb-sea1" d="M0 120q40-14 80 0t80 0 80 0 80 0v80H0z" />
        <path class="hb-sail" d="M150 116V36l-44 80zM158 114V26q40 46 44 88z" />
        <path class="hb-boat" d="M92 120h126l-20 26H112z" />
        <path class="hb-sea2" d="M0 146q45-14 90 0t90 0 90 0 90 0v60H0z" />
        <path class="hb-sea3" d="M0 174q55-14 110 0t110 0 110 0v40H0z" />
      </svg>
    </div>
  `,
})
export class MissingPage {
  protected readonly i18n = inject(I18n);

  constructor() {
    pageStatus(() => 404);
  }
}
