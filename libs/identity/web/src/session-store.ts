import { isPlatformBrowser } from '@angular/common';
import { afterNextRender, computed, inject, Injector, PLATFORM_ID, Service, signal } from '@angular/core';
import { Router } from '@angular/router';
import { type Session, type SignIn } from '@haven/identity/contract';
import { I18n } from '@haven/shared/web/frame';
import { SessionClient } from './session-client';

export type Person = NonNullable<Session['person']>;

/**
 * Who the browser speaks for. `undefined` until it is known, and always so in a server render: pages made for anonymous readers look the
 * same on both sides and change only after hydration.
 */
@Service()
export class SessionStore {
  private readonly client = inject(SessionClient);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly i18n = inject(I18n);
  private readonly browser = isPlatformBrowser(inject(PLATFORM_ID));

  private readonly current = signal<Person | null | undefined>(undefined);
  readonly person = this.current.asReadonly();
  /** Whether they may change what learners see. The server decides; this says what to offer. */
  readonly mayPublish = computed(() => ['editor', 'administrator'].includes(this.current()?.role ?? ''));
  private asking: Promise<void> | null = null;

  constructor() {
    afterNextRender(() => void this.known());
  }

  /** The person once known; `undefined` where the server cannot be asked (no connection, or a server render). */
  async known(): Promise<Person | null | undefined> {
    if (this.browser && this.current() === undefined) await (this.asking ??= this.reload());
    return this.current();
  }

  /** Asks the server again. Where it does not answer, what was known stays. */
  async reload(): Promise<void> {
    try {
      this.current.set((await this.client.read()).person);
    } catch {
      // Not the server's word, so nobody is signed out by a lost connection.
    } finally {
      this.asking = null;
    }
  }

  /** Throws what the request threw; `problemOf` reads it. */
  async signIn(credentials: SignIn): Promise<void> {
    this.current.set((await this.client.signIn(credentials)).person);
  }

  /** Ends the session, takes everything of this person off the device and goes home. Throws where the server cannot be reached: then all stays. */
  async signOut(): Promise<void> {
    // Only here: it reaches for the browser, this store also stands in pages rendered on the server, and most readers never sign out.
    const [{ Outbox }, { wipeDevice }] = await Promise.all([
      import('@haven/shared/web/outbox'),
      import('@haven/shared/web/wipe'),
    ]);
    await this.client.signOut();
    await this.injector.get(Outbox).clearAll();
    await wipeDevice();
    this.current.set(null);
    await this.router.navigateByUrl(this.i18n.path('/'));
  }
}
