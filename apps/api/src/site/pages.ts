import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Logger } from '@nestjs/common';

/** A page as it is sent. */
export interface Page {
  readonly status: number;
  readonly html: string;
  readonly location?: string;
}

/** What the web build's server bundle exports. */
interface Renderer {
  readonly engine: { handle(request: Request, context: unknown): Promise<Response | null> };
  readonly isServerRendered?: (path: string) => boolean;
}

/** At most this many pages are kept, the oldest goes first, and none longer than this: another process may have published. */
const most = 500;
const longestMs = 60_000;

/** At most this many renders at the same moment; who comes then is given the page that the browser fills. */
const mostAtOnce = 16;

/** What of a query decides what a public page shows. Anything else is not worth a page of its own. */
const known = ['after', 'lang', 'length', 'q', 'topic'];

/**
 * Pages of the web build. Public ones are rendered here, always as for an anonymous reader, and kept until something is published; all others
 * are the same empty page for everyone, which the browser fills. A failing render is answered with that page too: slower, never broken.
 */
export class Pages {
  private readonly logger = new Logger('Pages');
  private readonly kept = new Map<string, Page & { readonly until: number }>();

  private readonly pending = new Map<string, Promise<Page>>();
  private generation = 0;

  private constructor(
    private readonly shell: string,
    private readonly renderer: Renderer | null,
    private readonly apiOrigin: () => string,
    private readonly untilChange: () => Promise<number>,
  ) {}

  /**
   * Loads the build in `folder`. At each render it asks for `apiOrigin`, as the port is known only once the server listens, and for
   * `untilChange`, in milliseconds: no page outlives the moment at which readers are to see something else.
   */
  static async load(
    folder: string,
    { ssr, apiOrigin, untilChange }: { ssr: boolean; apiOrigin: () => string; untilChange: () => Promise<number> },
  ): Promise<Pages> {
    const csr = join(folder, 'browser', 'index.csr.html');
    const shell = await readFile(existsSync(csr) ? csr : join(folder, 'browser', 'index.html'), 'utf8');
    const server = join(folder, 'server', 'server.mjs');
    const renderer = ssr ? ((await import(pathToFileURL(server).href)) as Renderer) : null;
    return new Pages(shell, renderer, apiOrigin, untilChange);
  }

  /** The page at `url`, as a request names it. */
  async page(url: string): Promise<Page> {
    const { pathname, key } = addressOf(url);
    if (!this.renderer || this.renderer.isServerRendered?.(pathname) === false) return this.empty();
    const kept = this.kept.get(key);
    if (kept && kept.until > performance.now()) return kept;
    const pending = this.pending.get(key);
    if (pending) return pending;
    if (this.pending.size >= mostAtOnce) return this.empty();
    const page = this.render(key, this.generation).finally(() => this.pending.delete(key));
    this.pending.set(key, page);
    return page;
  }

  /** Forgets what was rendered, and what is being rendered: something that readers see has changed. */
  drop(): void {
    this.generation++;
    this.pending.clear();
    this.kept.clear();
  }

  /** The page that the browser fills. */
  empty(): Page {
    return { status: 200, html: this.shell };
  }

  private async render(key: string, generation: number): Promise<Page> {
    try {
      // Asked before the page is made: what changes in the meantime has passed then, and the page is not used again.
      const change = performance.now() + (await this.untilChange());
      const request = new Request(`http://localhost${key}`);
      const response = await this.renderer?.engine.handle(request, { apiOrigin: this.apiOrigin() });
      if (response && response.status < 500) {
        const location = response.headers.get('location');
        const page = { status: response.status, html: await response.text(), ...(location && { location }) };
        if (page.status === 200 && generation === this.generation) this.keep(key, page, change);
        return page;
      }
    } catch (error) {
      this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    return this.empty();
  }

  private keep(path: string, page: Page, change: number): void {
    this.kept.delete(path);
    this.kept.set(path, { ...page, until: Math.min(change, performance.now() + longestMs) });
    const oldest = this.kept.keys().next();
    if (this.kept.size > most && !oldest.done) this.kept.delete(oldest.value);
  }
}

/** The path of an address, and the key that its page is kept under. Two leading slashes would name another host. */
function addressOf(url: string): { pathname: string; key: string } {
  const { pathname, searchParams } = new URL(`http://localhost${url.replace(/^\/+/, '/')}`);
  const query = new URLSearchParams(
    known.flatMap((name) => (searchParams.has(name) ? [[name, searchParams.get(name) ?? '']] : [])),
  );
  return { pathname, key: query.size > 0 ? `${pathname}?${query}` : pathname };
}
