import { isPlatformBrowser, Location, ViewportScroller } from '@angular/common';
import { DestroyRef, DOCUMENT, inject, PLATFORM_ID, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router, Scroll } from '@angular/router';
import { Announcer } from '@haven/shared/ui/frame';
import { I18n, PageLinks } from '@haven/shared/web/frame';

/** How long a page may take to show its heading before the reader has surely moved on. */
const patience = 8000;

/**
 * What happens when a page is reached: the focus goes to its `h1` and the page to its top, or back to where it was. Not on the first load,
 * and not when only the query or the language changed: then the reader is still on the same page.
 */
@Service()
export class Arrival {
  private readonly document = inject(DOCUMENT);
  private readonly scroller = inject(ViewportScroller);
  private readonly announcer = inject(Announcer);
  private readonly links = inject(PageLinks);
  private readonly i18n = inject(I18n);
  private readonly browser = isPlatformBrowser(inject(PLATFORM_ID));
  private readonly router = inject(Router);
  private readonly destroyed = inject(DestroyRef);

  /** The page that was loaded is no arrival, whether or not its own event comes before we listen. */
  private path = this.i18n.bare(inject(Location).path()).replace(/\?.*$/, '');
  private locale = this.i18n.locale();
  private stop = () => {};

  start(): void {
    if (this.browser) this.scroller.setHistoryScrollRestoration('manual');
    this.router.events.pipe(takeUntilDestroyed(this.destroyed)).subscribe((event) => {
      if (event instanceof Scroll) this.arrive(event);
    });
  }

  private arrive({ position, anchor }: Scroll): void {
    const path = this.i18n.bare(this.router.url).replace(/[?#].*$/, '');
    const [before, locale] = [this.path, this.locale];
    this.path = path;
    this.locale = this.i18n.locale();
    this.links.set(path);
    if (!this.browser) return;
    if (before === path) {
      if (locale !== this.locale) this.announcer.say(this.i18n.t('site.switched'));
      else if (anchor) this.scroller.scrollToAnchor(anchor);
      return;
    }
    this.settle(() => {
      if (anchor) this.scroller.scrollToAnchor(anchor);
      else this.scroller.scrollToPosition(position ?? [0, 0]);
    });
  }

  /**
   * Pages load what they show, so the heading comes when it comes, and may come twice: a page that is reused shows its old one for a moment.
   * Ends as soon as the reader does anything.
   */
  private settle(scroll: () => void): void {
    this.stop();
    const left = this.document.activeElement;
    let last: Element | null = null;
    const look = () => {
      const heading = this.document.querySelector<HTMLElement>('main h1');
      const active = this.document.activeElement;
      if (heading && heading !== last && (active === left || active === last || active === this.document.body)) {
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
        last = heading;
      }
      scroll();
    };
    const observer = new MutationObserver(look);
    const timer = setTimeout(() => this.stop(), patience);
    const ends = ['keydown', 'pointerdown', 'wheel', 'touchmove'] as const;
    this.stop = () => {
      observer.disconnect();
      clearTimeout(timer);
      for (const name of ends) this.document.removeEventListener(name, this.stop);
      this.stop = () => {};
    };
    for (const name of ends) this.document.addEventListener(name, this.stop, { passive: true });
    look();
    observer.observe(this.document.body, { childList: true, subtree: true });
  }
}
