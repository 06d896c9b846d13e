import { DestroyRef, inject, Service } from '@angular/core';
import { type CanDeactivateFn } from '@angular/router';
import { I18n } from '@haven/shared/web';
import { DeviceDrafts } from '../device-drafts';
import { SessionStore } from '../session-store';
import { Autosave, type AutosavePort, type Edition, type Outcome } from './autosave';

/** Gives texts what `Autosave` needs from a browser: this device, its clock, and word that the connection is back. */
@Service()
export class Autosaves {
  private readonly drafts = inject(DeviceDrafts);
  private readonly session = inject(SessionStore);

  /** `key` names the text on this device. What the device still has is the caller's to `restore`: it knows its shape. */
  open<T>(
    key: string,
    base: Edition<T>,
    save: (value: T, version: number) => Promise<Outcome<T>>,
    until: DestroyRef,
  ): Autosave<T> {
    const person = this.person();
    const port: AutosavePort<T> = {
      save,
      keep: (edition) => this.drafts.keep(person, key, edition),
      drop: () => this.drafts.drop(person, key),
      wait: (ms, then) => {
        const timer = setTimeout(then, ms);
        return () => clearTimeout(timer);
      },
      now: () => new Date(),
    };
    const text = new Autosave(base, port);
    const online = () => void text.flush();
    const leave = (event: BeforeUnloadEvent) => {
      if (!text.safe()) event.preventDefault();
    };
    window.addEventListener('online', online);
    window.addEventListener('beforeunload', leave);
    until.onDestroy(() => {
      window.removeEventListener('online', online);
      window.removeEventListener('beforeunload', leave);
      void text.flush().finally(() => text.stop());
    });
    return text;
  }

  /** What an earlier visit left of the text `key`, unread: its shape is for the caller to check. */
  left(key: string): Edition<unknown> | null {
    return this.drafts.read(this.person(), key);
  }

  private person(): string {
    return this.session.person()?.id ?? 'nobody';
  }
}

/** A page with a text that may not be saved yet. */
export interface Leavable {
  /** Sends what can be sent; true where nothing would be lost by leaving. */
  settle(): Promise<boolean>;
}

const withoutLocale = (url: string) => url.replace(/^\/es(?=[/?#]|$)/, '') || '/';

/** Leaves a page once its text is saved, or when the person says so. A switch of language stays on the page, and keeps what is typed. */
export const leaveSafely: CanDeactivateFn<Leavable> = async (page, _route, from, to) => {
  const i18n = inject(I18n);
  if (withoutLocale(from.url) === withoutLocale(to.url)) return true;
  return (await page.settle()) || confirm(i18n.t('editing.leave'));
};
