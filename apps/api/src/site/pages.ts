import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Logger } from '@nestjs/common';

/** A page as it is sent. */
export interface Page {
  readonly status: number;
  readonly html: string;
}

/** What the web build's server bundle exports. */
interface Renderer {
  readonly engine: { handle(request: Request, context: unknown): Promise<Response | null> };
  readonly isServerRendered?: (path: string) => boolean;
}

/** At most this many pages are kept, the oldest goes first, and none longer than this: another process may have published. */
const most = 500;
const longestMs = 60_000;

/**
 * Pages of the web build. Public ones are rendered here, always as for an anonymous reader, and kept until something is published; all others
 * are the same empty page for everyone, which the browser fills. A failing render is answered with that page too: slower, never broken.
 */
export class Pages {
  private readonly logger = new Logger('Pages');
  private readonly kept = new Map<string, Page & { readonly until: number }>();

  private constructor(
    private readonly shell: string,
    private readonly renderer: Renderer | null,
    private readonly apiOrigin: () => string,
  ) {}

  /** Loads the build in `folder`. `apiOrigin` is asked at each render: the port is known only once the server listens. */
  static async load(folder: string, { ssr, apiOrigin }: { ssr: boolean; apiOrigin: () => string }): Promise<Pages> {
    const csr = join(folder, 'browser', 'index.csr.html');
    const shell = await readFile(existsSync(csr) ? csr : join(folder, 'browser', 'index.html'), 'utf8');
    const server = join(folder, 'server', 'server.mjs');
    const renderer = ssr ? ((await import(pathToFileURL(server).href)) as Renderer) : null;
    return new Pages(shell, renderer, apiOrigin);
  }

  async page(path: string): Promise<Page> {
    if (!this.renderer || this.renderer.isServerRendered?.(path.replace(/[?#].*$/, '')) === false)
      return { status: 200, html: this.shell };
    const kept = this.kept.get(path);
    if (kept && kept.until > performance.now()) return kept;
    const page = await this.render(path);
    if (page.status === 200) this.keep(path, page);
    return page;
  }

  /** Forgets what was rendered: something that readers see has changed. */
  drop(): void {
    this.kept.clear();
  }

  private async render(path: string): Promise<Page> {
    try {
      const request = new Request(new URL(path, 'http://localhost'));
      const response = await this.renderer?.engine.handle(request, { apiOrigin: this.apiOrigin() });
      if (response && response.status < 500) return { status: response.status, html: await response.text() };
    } catch (error) {
      this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    return { status: 200, html: this.shell };
  }

  private keep(path: string, page: Page): void {
    this.kept.delete(path);
    this.kept.set(path, { ...page, until: performance.now() + longestMs });
    const oldest = this.kept.keys().next();
    if (this.kept.size > most && !oldest.done) this.kept.delete(oldest.value);
  }
}
