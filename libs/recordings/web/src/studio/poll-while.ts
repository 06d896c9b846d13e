import { DestroyRef, DOCUMENT, effect, inject, signal } from '@angular/core';

const every = 2_000;

/** Asks again every two seconds while `busy()` and the page can be seen. Call it where things are injected. */
export function pollWhile(busy: () => boolean, ask: () => void): void {
  const document = inject(DOCUMENT);
  const seen = () => document.visibilityState === 'visible';
  const visible = signal(seen());
  const look = () => visible.set(seen());
  document.addEventListener('visibilitychange', look);
  inject(DestroyRef).onDestroy(() => document.removeEventListener('visibilitychange', look));
  effect((onCleanup) => {
    if (!busy() || !visible()) return;
    const timer = setInterval(ask, every);
    onCleanup(() => clearInterval(timer));
  });
}
