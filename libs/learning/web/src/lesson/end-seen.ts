import { DestroyRef, Directive, ElementRef, inject, input, output } from '@angular/core';

/** Says once for each `endSeen` key that the marker was on the screen, in a visible page, for `stay` milliseconds without a break. */
@Directive({ selector: '[endSeen]' })
export class EndSeen {
  readonly endSeen = input.required<string>();
  readonly stay = input(4000);
  readonly seen = output();

  private timer: ReturnType<typeof setTimeout> | null = null;
  private told: string | null = null;

  constructor() {
    const observer = new IntersectionObserver((entries) => this.look(entries.at(-1)?.isIntersecting ?? false));
    observer.observe(inject<ElementRef<HTMLElement>>(ElementRef).nativeElement);
    inject(DestroyRef).onDestroy(() => {
      observer.disconnect();
      this.look(false);
    });
  }

  private look(visible: boolean): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (!visible) return;
    const key = this.endSeen();
    this.timer = setTimeout(() => {
      if (document.visibilityState === 'hidden') return this.look(true);
      if (key !== this.endSeen()) return this.look(true);
      if (this.told === key) return;
      this.told = key;
      this.seen.emit();
    }, this.stay());
  }
}
