interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** The page's policy lets nobody name a script by a plain address; these are let through, and only here. See the site's headers. */
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('haven#worker', {
  createScriptURL: (url) => url,
});

// Where there are no workers, as in specs, this must still load.
const Native = (globalThis as { Worker?: typeof globalThis.Worker }).Worker ?? (Object as never);

/** Named like the browser's own, because the build finds the script of a worker by `new Worker(new URL(…))` and nothing else. */
export class Worker extends Native {
  constructor(url: URL, options: WorkerOptions) {
    super(policy?.createScriptURL(url.href) ?? url, options);
  }
}
