import { Service, signal } from '@angular/core';

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

const script = '/sw.js';
/** How long a version that was let in is waited for, in milliseconds: the browser holds it back while the old one has work to end. */
const patience = 5000;

/** The page's policy lets nobody name a script by a plain address; this one is let through, and only here. See the site's headers. */
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('haven#offline', {
  createScriptURL: () => script,
});

/** The service worker as a page sees it: it is there, or a newer one waits. */
@Service()
export class AppWorker {
  private registration: ServiceWorkerRegistration | null = null;
  private readonly found = signal(false);

  /** Whether a version waits that this page is not of. */
  readonly newer = this.found.asReadonly();

  /** Looks after the worker that is there; with `install` there is one afterwards. Without a line, or where it is forbidden, nothing happens. */
  async start(install: boolean): Promise<void> {
    if (!('serviceWorker' in navigator)) return;
    this.registration ??= (await navigator.serviceWorker.getRegistration('/').catch(() => null)) ?? null;
    if (install) this.registration ??= await register();
    const registration = this.registration;
    if (!registration) return;
    const watch = () => registration.installing?.addEventListener('statechange', () => void this.look());
    registration.onupdatefound = watch;
    // One that was on its way before this page listened has no event left to tell of it.
    watch();
    document.onvisibilitychange = () => {
      // A page that stays open for days would never hear of a new version.
      if (document.visibilityState === 'visible') void registration.update().catch(() => undefined);
    };
    await this.look();
  }

  /** Lets the version that waits take over, and goes on with it. Call it when everything is on the disk. */
  async takeOver(): Promise<void> {
    const waiting = this.registration?.waiting;
    if (waiting) {
      const taken = new Promise((resolve) => {
        navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
        setTimeout(resolve, patience);
      });
      waiting.postMessage('take-over');
      // The work of this page ends with it at the latest.
      await taken;
    }
    location.reload();
  }

  private async look(): Promise<void> {
    const waiting = this.registration?.waiting;
    if (waiting && navigator.serviceWorker.controller && !(await isOurs(waiting))) this.found.set(true);
  }
}

async function register(): Promise<ServiceWorkerRegistration | null> {
  // A trusted URL, which the types of the browser do not know yet; the policy gives back what it is given here.
  const url = policy?.createScriptURL(script) ?? script;
  return navigator.serviceWorker.register(url, { updateViaCache: 'none' }).catch(() => null);
}

/** Whether this page was loaded, from the network, as the very build that `worker` brings. */
function isOurs(worker: ServiceWorker): Promise<boolean> {
  const scripts = [...document.scripts].filter(({ src }) => src).map(({ src }) => new URL(src).pathname);
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<boolean>) => resolve(data);
    worker.postMessage(scripts, [port2]);
  });
}
