/** A file of the build, with what `fetch` checks it by: what does not have this hash is no part of this build. */
export interface ShellFile {
  readonly url: string;
  readonly integrity: string;
}

/** The build that this worker was made for. */
export interface ShellList {
  readonly version: string;
  /** The bare application, which fills any page. */
  readonly page: string;
  readonly files: readonly ShellFile[];
}

const prefix = 'haven-shell-';

/** The built application on the device: a cache for each version. */
export class Shell {
  private readonly name: string;
  private readonly urls: ReadonlySet<string>;

  constructor(private readonly list: ShellList) {
    this.name = prefix + list.version;
    this.urls = new Set(list.files.map(({ url }) => url));
  }

  /** Fetches the whole build, or fails as a whole: half an application is none. */
  async fill(): Promise<void> {
    const cache = await caches.open(this.name);
    await Promise.all(
      this.list.files.map(async ({ url, integrity }) => {
        if (await cache.match(url)) return;
        // The hashed ones the browser may have already; the others it asks for again.
        const answer = await fetch(url, { integrity, cache: /-\w{8}\./.test(url) ? 'default' : 'no-cache' });
        if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
        await cache.put(url, answer);
      }),
    );
  }

  /** Whether `path` may be a file of this build or of one before it, whose pages may still be open. */
  readonly has = (path: string): boolean =>
    this.urls.has(path) || /^\/(media\/)?[\w.-]+-[\w-]{8}\.(js|css|woff2)$/.test(path);

  /** Whether a page that loaded these scripts is of this very build. */
  isOf(scripts: readonly string[]): boolean {
    return scripts.every((script) => this.urls.has(script));
  }

  async find(path: string): Promise<Response | undefined> {
    const own = await (await caches.open(this.name)).match(path);
    return own ?? (await caches.match(path));
  }

  page(): Promise<Response | undefined> {
    return this.find(this.list.page);
  }

  /** Takes earlier builds away. Only when no page is open that may still need them. */
  async tidy(): Promise<void> {
    for (const name of await caches.keys())
      if (name.startsWith(prefix) && name !== this.name) await caches.delete(name);
  }
}
