import { type HashFile } from './file-hash';

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** The page's policy lets nobody name a script by a plain address; this one is let through, and only here. See the site's headers. */
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('haven#worker', {
  createScriptURL: (url) => url,
});

/** Named like the browser's own, because the build finds the script of a worker by `new Worker(new URL(…))` and nothing else. */
class Worker extends globalThis.Worker {
  constructor(url: URL, options: WorkerOptions) {
    super(policy?.createScriptURL(url.href) ?? url, options);
  }
}

/** See `HashFile`. */
export const hashInThread: HashFile = (file, until) =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./hash.worker', import.meta.url), { type: 'module' });
    const end = (sha256: string | null) => {
      worker.terminate();
      resolve(sha256);
    };
    worker.onmessage = ({ data }: MessageEvent<string | null>) => end(data);
    worker.onerror = () => end(null);
    until.addEventListener('abort', () => end(null), { once: true });
    worker.postMessage(file);
  });
