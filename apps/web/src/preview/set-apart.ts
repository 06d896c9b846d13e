import { requestAs } from './preview-client';
import { replace } from './replace';

const DAY_MS = 86_400_000;
const prefix = 'haven-preview-';

/**
 * Makes this frame a device of its own, before anything of the application runs: its requests are the throw-away learner's, and what it keeps
 * is kept apart from what whoever previews has in this browser. Done to what the browser lends and not to those who use it, so that the
 * learner's pages are the very same, and none of them can forget it.
 */
export function setApart(id: string): void {
  const mine = `${prefix}${id}-`;
  requestAs(id);
  keepOnTab(id);
  keepDatabases(mine);
  keepBetweenTabs(mine);
  // There is one for the whole site: what it keeps and tells is of whoever previews.
  Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
  document.addEventListener('click', leaveBeside, true);
}

/** Small things are this tab's, and not those of the learner before. */
function keepOnTab(id: string): void {
  try {
    if (sessionStorage.getItem(prefix) !== id) sessionStorage.clear();
    sessionStorage.setItem(prefix, id);
    replace(globalThis, 'localStorage', sessionStorage);
  } catch {
    // Storage is switched off: nothing can be in it.
  }
}

function keepDatabases(mine: string): void {
  const real = indexedDB;
  const open = (name: string, version?: number) => real.open(mine + name, version);
  replace(globalThis, 'indexedDB', { open } satisfies Pick<IDBFactory, 'open'>);
  void forgetOld(real);
}

/** What was left by previews of another day. Their ids begin with the time. */
async function forgetOld(databases: IDBFactory): Promise<void> {
  const found = await databases.databases?.().catch(() => []);
  for (const { name = '' } of found ?? []) {
    const begun = parseInt(name.slice(prefix.length).replace('-', '').slice(0, 12), 16);
    if (name.startsWith(prefix) && begun < Date.now() - DAY_MS) databases.deleteDatabase(name);
  }
}

function keepBetweenTabs(mine: string): void {
  const channel = class extends BroadcastChannel {
    constructor(name: string) {
      super(mine + name);
    }
  };
  replace(globalThis, 'BroadcastChannel', channel);
  const { locks } = navigator as Partial<Navigator>;
  if (!locks) return;
  const request = (name: string, act: LockGrantedCallback<unknown>) => locks.request(mine + name, act);
  replace(navigator, 'locks', { request });
}

/** Other sites cannot be shown in the frame: they open beside it. */
function leaveBeside({ target }: Event): void {
  const link = target instanceof Element && target.closest('a');
  if (link && link.origin !== location.origin) link.target = '_blank';
}
