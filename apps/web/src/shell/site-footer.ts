import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { I18n } from '@haven/shared/web/frame';
import { BrandMark } from './brand-mark';

/** The foot of every page. */
@Component({
  selector: 'haven-footer',
  imports: [RouterLink, BrandMark],
  template: `
    <footer class="site-footer">
      <div class="wrap site-footer-columns">
        <div>
          <p class="brand"><haven-brand-mark />{{ i18n.t('name') }}</p>
          <p>{{ i18n.t('site.tagline') }}</p>
        </div>
        <nav [attr.aria-label]="i18n.t('site.footer')">
          <ul>
            <li>
              <a [routerLink]="i18n.path('/about')">{{ i18n.t('site.about') }}</a>
            </li>
            <li>
              <a [routerLink]="i18n.path('/privacy')">{{ i18n.t('site.privacy') }}</a>
            </li>
            <li>
              <a [routerLink]="i18n.path('/accessibility')">{{ i18n.t('site.accessibility') }}</a>
            </li>
          </ul>
        </nav>
        <div class="stack stack-tight">
          <p>{{ i18n.t('site.source') }}</p>
          <p>{{ i18n.t('site.notice') }}</p>
        </div>
      </div>
    </footer>
  `,
})
export class SiteFooter {
  protected readonly i18n = inject(I18n);
}
