import { Component, inject, Service, signal } from '@angular/core';

/** Says things to people who do not see them appear. Words only, and only what matters now: each call replaces the one before. */
@Service()
export class Announcer {
  private readonly words = signal('');
  readonly text = this.words.asReadonly();

  say(text: string): void {
    // Emptied first, so that the same words said again are heard again.
    this.words.set('');
    setTimeout(() => this.words.set(text), 100);
  }
}

/** Where the announcer's words are read out from. Once in the app shell. */
@Component({
  selector: 'hv-live-region',
  host: { class: 'visually-hidden', 'aria-live': 'polite', 'aria-atomic': 'true' },
  template: `{{ announcer.text() }}`,
})
export class HvLiveRegion {
  protected readonly announcer = inject(Announcer);
}
