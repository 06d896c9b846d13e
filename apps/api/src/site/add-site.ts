import { existsSync } from 'node:fs';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import compress from '@fastify/compress';
import serveFiles from '@fastify/static';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Catalog, coursePlanned, coursePublished } from '@haven/catalog/api';
import { type Config, Events, notFound } from '@haven/shared/api';
import { PREVIEW_HEADER, previewAt } from '@haven/shared/contract/plain';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { everywhere, onPages, onPreviews, onWorker } from './headers';
import { hostIsOurs } from './host-check';
import { Pages } from './pages';

const web = join(import.meta.dirname, '..', 'web');

/** Puts the site around the API: files of the web build, rendered pages, compression, headers, and the check of the host's name. */
export async function addSite(app: NestFastifyApplication, config: Config): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.headers(everywhere);
    if (request.url.startsWith('/api/')) void reply.header('cache-control', cachingOf(request));
    if (!hostIsOurs(request.headers.host, config))
      return reply.status(400).type('text/plain').send('This is not the address of this site.\n');
  });
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: 1024,
    customTypes: /^(text\/|application\/(json|problem\+json|javascript|vnd\.apple\.mpegurl)|image\/svg)/,
  });
  if (!existsSync(join(web, 'browser'))) return;
  const catalog = app.get(Catalog);
  const pages = await Pages.load(web, {
    ssr: config.SSR === 'on',
    apiOrigin: () => loopback(app),
    untilChange: () => catalog.untilNextChange(),
  });
  for (const news of [coursePublished, coursePlanned])
    app.get(Events).subscribe(news, () => Promise.resolve(pages.drop()));
  await app.register(serveFiles, { root: join(web, 'browser'), wildcard: false, index: false, setHeaders: cacheFor });
  // Every more exact route goes first: the API's, and one for each file of the build.
  fastify.get('/*', (request, reply) => answer(pages, request, reply));
}

/** A GET for no file and no route is a page; everything else that does not exist is a problem, as the API words it. */
async function answer(pages: Pages, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const path = request.url.replace(/\?.*$/, '');
  const isPage = !/^\/(api|media)(\/|$)/.test(path) && !/\.[a-z0-9]{2,5}$/i.test(path);
  if (!isPage) {
    const refusal = notFound();
    void reply
      .status(404)
      .header('cache-control', 'no-store')
      .header('content-type', 'application/problem+json; charset=utf-8');
    return reply.send(JSON.stringify(refusal.toProblem()));
  }
  const preview = previewAt(path) !== null;
  const { status, html, location } = preview ? pages.empty() : await pages.page(request.url);
  if (location) void reply.header('location', location);
  return reply
    .status(status)
    .headers(preview ? onPreviews : onPages)
    .header('cache-control', 'no-cache')
    .type('text/html; charset=utf-8')
    .send(html);
}

/** Files whose name holds their hash never change; the others are asked for again. */
function cacheFor(reply: { header(name: string, value: string): unknown }, path: string): void {
  const hashed = /-[A-Za-z0-9_-]{8,}\.(js|css|woff2)$/.test(path);
  const own = path.endsWith('.html') ? onPages : path.endsWith('/sw.js') ? onWorker : {};
  for (const [name, value] of Object.entries(own)) reply.header(name, value);
  reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

const loopback = (app: NestFastifyApplication) =>
  `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;

/**
 * What is somebody's own is stored nowhere, and that is whatever is answered to somebody: the catalogue of those in a group has more in it, and
 * what a preview shows is its own. To nobody in particular it is everybody's and is asked for again each time; but not by `no-cache` or
 * `no-store`: Angular keeps such answers out of the page that was rendered with them, and the browser would empty it to ask anew.
 */
const cachingOf = ({ url, headers }: FastifyRequest) =>
  /^\/api\/courses(?=[/?]|$)/.test(url) && !headers.cookie && headers[PREVIEW_HEADER] === undefined
    ? 'public, max-age=0, must-revalidate'
    : 'no-store';
