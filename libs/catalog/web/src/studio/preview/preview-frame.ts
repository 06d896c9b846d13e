import {
  Component,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  input,
  model,
  untracked,
  viewChild,
} from '@angular/core';
import { type Preview } from '@haven/catalog/contract';
import { type Locale } from '@haven/shared/contract';
import { locales, previewBase } from '@haven/shared/contract/plain';
import { I18n } from '@haven/shared/web';

/**
 * The learner's pages in a frame. What is in it goes by `location.replace`, so that the way back of the browser leads through what the
 * learner did and not through choices of language.
 */
@Component({
  selector: 'haven-preview-frame',
  host: { class: 'preview-stage', '[attr.data-width]': 'width()' },
  template: `<iframe #frame class="preview-frame" [title]="i18n.t('preview.frame')" (load)="follow()"></iframe>`,
})
export class PreviewFrame {
  readonly preview = input.required<Preview>();
  /** Where it begins, without its language. */
  readonly start = input.required<string>();
  readonly width = input.required<string>();
  readonly locale = model.required<Locale>();

  protected readonly i18n = inject(I18n);
  private readonly frame = viewChild.required<ElementRef<HTMLIFrameElement>>('frame');
  /** The language that the frame is in, or on its way to. */
  private shown: Locale | null = null;
  /** The learner's own pages switch their language too. */
  private readonly observer = new MutationObserver(() => this.listen());

  constructor() {
    inject(DestroyRef).onDestroy(() => this.observer.disconnect());
    effect(() => {
      this.preview();
      const start = this.start();
      untracked(() => this.show(start));
    });
    effect(() => {
      const locale = this.locale();
      untracked(() => {
        if (locale !== this.shown) this.show(this.i18n.bare(this.here() ?? this.start()));
      });
    });
  }

  protected follow(): void {
    this.observer.disconnect();
    if (this.here() === null) return;
    const root = this.frame().nativeElement.contentDocument?.documentElement;
    if (root) this.observer.observe(root, { attributeFilter: ['lang'] });
  }

  private listen(): void {
    const lang = this.frame().nativeElement.contentDocument?.documentElement.lang;
    this.shown = locales.find((one) => one === lang) ?? this.shown;
    if (this.shown) this.locale.set(this.shown);
  }

  private show(path: string): void {
    this.shown = this.locale();
    const address = this.base() + this.i18n.path(path, this.locale());
    this.frame().nativeElement.contentWindow?.location.replace(address);
  }

  /** What the frame shows, as the learner's pages name it; null where that is no page of this preview. */
  private here(): string | null {
    try {
      const { pathname, search } = this.frame().nativeElement.contentWindow?.location ?? location;
      return pathname.startsWith(this.base()) ? pathname.slice(this.base().length) + search : null;
    } catch {
      // The browser's own page of an error.
      return null;
    }
  }

  private base(): string {
    return previewBase(this.preview().id).replace(/\/$/, '');
  }
}
