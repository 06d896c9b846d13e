import { afterNextRender, DOCUMENT, effect, inject, Injectable, Injector, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationStart, Router } from '@angular/router';
import { I18n } from '@haven/shared/web';

/** The first block that begins on the screen, or the one that fills it, and how far below the upper edge. */
interface Place {
  readonly id: string;
  readonly top: number;
}

/**
 * Keeps the place in a text when its language is switched: the block that was first on the screen is so again, although all before it has become
 * longer or shorter. The browser's own anchoring does that too, but not in every browser; what it did is not done twice.
 */
@Injectable()
export class ReadingPlace {
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly i18n = inject(I18n);
  private place: Place | null = null;
  private locale = this.i18n.locale();

  constructor() {
    // Before anything of the page has changed.
    inject(Router)
      .events.pipe(takeUntilDestroyed())
      .subscribe((event) => {
        if (event instanceof NavigationStart) this.place = this.here();
      });
    effect(() => {
      const locale = this.i18n.locale();
      if (locale === this.locale) return;
      this.locale = locale;
      const place = this.place;
      if (place) untracked(() => afterNextRender(() => this.back(place), { injector: this.injector }));
    });
  }

  private here(): Place | null {
    const blocks = [...this.document.querySelectorAll('.lesson-text [id^="b-"]')];
    const places = blocks.map((block) => ({ id: block.id, ...edges(block) })).filter(({ bottom }) => bottom > 0);
    const begun = places.find(({ top }) => top >= 0) ?? places[0];
    return begun && begun.top < innerHeight ? begun : null;
  }

  private back(place: Place): void {
    const restore = () => {
      const top = this.document.getElementById(place.id)?.getBoundingClientRect().top;
      if (top !== undefined && Math.abs(top - place.top) > 1) scrollBy({ top: top - place.top, behavior: 'instant' });
    };
    restore();
    // Once more after the browser's own anchoring, which may come a frame later.
    requestAnimationFrame(() => requestAnimationFrame(restore));
  }
}

function edges(block: Element): { top: number; bottom: number } {
  const { top, bottom } = block.getBoundingClientRect();
  return { top, bottom };
}
