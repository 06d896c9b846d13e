import { PREVIEW_HEADER, previewAt } from '@haven/shared/contract/plain';
import { PackStore } from '@haven/shared/web/packs';
import { handlingOf } from './handling';
import { answerWith } from './kept-file';
import { Shell, type ShellList } from './shell';

/** Written in by the build: see tools/build/shell-list.ts. */
declare const SHELL: ShellList;
declare const self: ServiceWorkerGlobalScope;

/** How long a page, or what fills it, is waited for where there is something on the device, in milliseconds. */
const patience = 5000;

const shell = new Shell(SHELL);
const packs = new PackStore();

self.addEventListener('install', (event) => event.waitUntil(shell.fill()));

self.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([tidy(), self.clients.claim(), self.registration.navigationPreload?.enable()])),
);

// A new version waits until every page of the old one is gone, or until somebody says that they want it now. A page asks by its scripts
// whether it is of this version already.
self.addEventListener('message', ({ data, ports }: { data: 'take-over' | string[]; ports: readonly MessagePort[] }) => {
  if (data === 'take-over') void self.skipWaiting();
  else ports[0]?.postMessage(shell.isOf(data));
});

self.addEventListener('fetch', (event) => {
  const { origin, pathname: path } = new URL(event.request.url);
  if (origin !== self.location.origin) return;
  const { method, mode, headers } = event.request;
  const preview = headers.has(PREVIEW_HEADER) || previewAt(path) !== null;
  const handling = handlingOf({ method, mode, path, preview }, shell.has);
  if (handling === 'page') event.respondWith(page(event));
  if (handling === 'shell') event.respondWith(shell.find(path).then((file) => file ?? fetch(event.request)));
  if (handling === 'kept') event.respondWith(kept(event.request, path).then((file) => file ?? fetch(event.request)));
  if (handling === 'fresh') event.respondWith(fresh(event.request, path));
});

async function page(event: FetchEvent): Promise<Response> {
  event.waitUntil(tidy());
  const preloaded = event.preloadResponse as Promise<Response | undefined>;
  const network = preloaded.then((answer) => answer ?? fetch(event.request));
  return networkOr(network, () => shell.page());
}

async function fresh(request: Request, path: string): Promise<Response> {
  return networkOr(fetch(request), () => kept(request, path));
}

/** The network's word, whatever it is; what is here instead where it has none, is broken, or lets one wait. */
async function networkOr(network: Promise<Response>, here: () => Promise<Response | undefined>): Promise<Response> {
  const heard = network.catch(() => null);
  const late = new Promise<null>((resolve) => setTimeout(resolve, patience, null));
  const answer = await Promise.race([heard, late]);
  if (answer && answer.status < 500) return answer;
  return (await here()) ?? network;
}

async function kept(request: Request, path: string): Promise<Response | undefined> {
  // Without a working disk there are no packs; that must not stop what comes by the network.
  const file = await packs.find(path).catch(() => null);
  return file ? answerWith(packs, file, request.headers.get('range')) : undefined;
}

/** While a page is open it may need the files of its own build. A page that is on its way is not open yet. */
async function tidy(): Promise<void> {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (open.length === 0) await shell.tidy();
}
