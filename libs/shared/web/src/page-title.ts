import { DestroyRef, DOCUMENT, effect, inject, RESPONSE_INIT, Service } from '@angular/core';
import { Meta, Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { I18n } from './i18n/i18n';

/** Titles of routes are keys of the dictionary. A page whose title comes from its data calls `pageTitle` instead. */
@Service()
export class HavenTitleStrategy extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly i18n = inject(I18n);

  override updateTitle(state: RouterStateSnapshot): void {
    const key = this.buildTitle(state);
    if (key) this.title.setTitle(`${this.i18n.t(key)} - ${this.i18n.t('name')}`);
  }
}

/** Keeps the document's title equal to what `title` returns, followed by the site's name; null leaves it alone. */
export function pageTitle(title: () => string | null): void {
  const [document, i18n] = [inject(Title), inject(I18n)];
  effect(() => {
    const text = title();
    if (text) document.setTitle(`${text} - ${i18n.t('name')}`);
  });
}

/** What a page is called, without the site's name. */
@Service()
export class ShownTitle {
  private readonly title = inject(Title);
  private readonly i18n = inject(I18n);

  readonly shown = (): string => this.title.getTitle().replace(` - ${this.i18n.t('name')}`, '');
}

/** What search engines and shared links say about this page; null leaves it alone. */
export function pageDescription(description: () => string | null): void {
  const meta = inject(Meta);
  effect(() => {
    const content = description();
    if (content) meta.updateTag({ name: 'description', content });
  });
}

/** Asks search engines to leave this page out, where `unlisted` says so. */
export function pageUnlisted(unlisted: () => boolean): void {
  const meta = inject(Meta);
  const remove = () => meta.removeTag('name="robots"');
  effect(() => {
    if (unlisted()) meta.updateTag({ name: 'robots', content: 'noindex' });
    else remove();
  });
  inject(DestroyRef).onDestroy(remove);
}

/** The HTTP status of a server render, where `status` returns one: 404 for what is not there, 503 for what could not be loaded. */
export function pageStatus(status: () => number | null): void {
  const response = inject(RESPONSE_INIT, { optional: true });
  if (!response) return;
  effect(() => {
    response.status = status() ?? response.status;
  });
}

/** Names the address of this page in each language (`hreflang`) and the one it goes by (`canonical`), without query or fragment. */
@Service()
export class PageLinks {
  private readonly document = inject(DOCUMENT);
  private readonly i18n = inject(I18n);

  /** `path` is the address without its language. */
  set(path: string): void {
    this.link('canonical', null, this.i18n.path(path));
    this.link('alternate', 'en', this.i18n.path(path, 'en'));
    this.link('alternate', 'es', this.i18n.path(path, 'es'));
    this.link('alternate', 'x-default', this.i18n.path(path, 'en'));
  }

  private link(rel: string, hreflang: string | null, path: string): void {
    const selector = `link[rel="${rel}"]${hreflang ? `[hreflang="${hreflang}"]` : ''}`;
    let link = this.document.head.querySelector(selector);
    if (!link) {
      link = this.document.createElement('link');
      link.setAttribute('rel', rel);
      if (hreflang) link.setAttribute('hreflang', hreflang);
      this.document.head.append(link);
    }
    link.setAttribute('href', this.document.location.origin + path);
  }
}
