import { DestroyRef, DOCUMENT, effect, inject, type Signal, signal, untracked } from '@angular/core';
import { type Company } from '@haven/catalog/contract';
import { StudioClient } from '../studio-client';

const every = 5_000;
const nobody: Company = { version: 0, people: [] };

/**
 * Says every five seconds, while the page can be seen, that somebody is at work here, and hears who else is. Call it where things are
 * injected. Who cannot be reached is no news: the last answer stays for one round and then nobody is shown.
 */
export function company(course: () => string, lesson: () => string | null): Signal<Company> {
  const client = inject(StudioClient);
  const document = inject(DOCUMENT);
  const heard = signal(nobody);
  const seen = () => document.visibilityState === 'visible';
  const visible = signal(seen());
  const look = () => visible.set(seen());
  document.addEventListener('visibilitychange', look);
  inject(DestroyRef).onDestroy(() => document.removeEventListener('visibilitychange', look));
  effect((onCleanup) => {
    const [id, at] = [course(), lesson()];
    if (!visible()) return untracked(() => heard.set(nobody));
    let here = true;
    const tell = async () => {
      const company = await client.tellPresence(id, { lesson: at }).catch(() => nobody);
      if (here) heard.set(company);
    };
    void tell();
    const timer = setInterval(() => void tell(), every);
    onCleanup(() => {
      here = false;
      clearInterval(timer);
    });
  });
  return heard.asReadonly();
}
