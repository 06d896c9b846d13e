import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync, gunzipSync } from 'node:zlib';
import { waitFor } from '../postgres/wait.ts';
import { Nginx, whyNoNginx } from './testing/nginx.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

const why = whyNoNginx();
if (why) console.warn(`THE NGINX CONFIGURATION WAS NOT TESTED: ${why}.`);

const template = join(__dirname, '../../deploy/nginx/haven.conf.template');
const bytes = randomBytes(300_000);
const text = JSON.stringify({ items: Array.from({ length: 500 }, (_, n) => `lesson ${n}`) });
const immutable = 'public, max-age=31536000, immutable';

(why ? describe.skip : describe)('nginx in front of Haven', () => {
  let api: Server;
  let nginx: Nginx;
  /** What reached the stand-in for the API. */
  let seen: IncomingMessage[] = [];

  beforeAll(async () => {
    api = createServer((asked, reply) => {
      seen.push(asked);
      asked.resume();
      const { pathname } = new URL(asked.url ?? '/', 'http://api');
      if (pathname === '/media/it.mp4') {
        reply.setHeader('x-accel-redirect', '/objects/ab/it').setHeader('content-type', 'video/mp4');
        reply.setHeader('cache-control', immutable).setHeader('accept-ranges', 'bytes').setHeader('etag', '"abc"');
        return reply.setHeader('x-content-type-options', 'nosniff').end();
      }
      if (pathname === '/media/it.m3u8') {
        reply.setHeader('x-accel-redirect', '/objects/ab/list').setHeader('cache-control', 'private, no-store');
        return reply.setHeader('content-type', 'application/vnd.apple.mpegurl').end();
      }
      if (pathname === '/chunk-ABCDEFGH.js') reply.setHeader('cache-control', immutable);
      else reply.setHeader('cache-control', 'no-store');
      if (pathname === '/api/compressed') {
        return reply
          .setHeader('content-type', 'application/json')
          .setHeader('content-encoding', 'br')
          .end(brotliCompressSync(text));
      }
      if (pathname === '/chunk-NOTTHERE.js') return reply.writeHead(404).end();
      return reply
        .setHeader('content-type', pathname.endsWith('.js') ? 'text/javascript' : 'application/json')
        .end(text);
    }).listen(0, '127.0.0.1');
    await once(api, 'listening');
    nginx = await Nginx.start(template, `127.0.0.1:${(api.address() as AddressInfo).port}`);
    await mkdir(join(nginx.folder, 'objects/ab'));
    await writeFile(join(nginx.folder, 'objects/ab/it'), bytes);
    await writeFile(join(nginx.folder, 'objects/ab/list'), '#EXTM3U\n'.repeat(1000));
  });
  afterAll(async () => {
    await nginx.stop();
    api.closeAllConnections();
    api.close();
    await once(api, 'close');
  });
  beforeEach(() => (seen = []));

  function ask(path: string, headers: Readonly<Record<string, string>> = {}, body?: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const method = body ? 'POST' : 'GET';
      const sent = request({ host: '127.0.0.1', port: nginx.port, path, method, headers, agent: false }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  it('serves the bytes of an object that the API points to, with its headers', async () => {
    const { status, headers, body } = await ask('/media/it.mp4');
    expect(status).toBe(200);
    expect(body.equals(bytes)).toBe(true);
    expect(headers).toMatchObject({
      'content-type': 'video/mp4',
      'cache-control': immutable,
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
    });
    expect(headers).not.toHaveProperty('x-accel-redirect');
  });

  it.each([
    ['bytes=0-99', 0, 100],
    ['bytes=1000-', 1000, 300_000],
    ['bytes=-5', 299_995, 300_000],
  ])('serves the range %s', async (range, start, end) => {
    const { status, headers, body } = await ask('/media/it.mp4', { range });
    expect(status).toBe(206);
    expect(headers['content-range']).toBe(`bytes ${start}-${end - 1}/300000`);
    expect(headers['cache-control']).toBe(immutable);
    expect(body.equals(bytes.subarray(start, end))).toBe(true);
  });

  it('goes on with a range only while the object is the same, and refuses one behind its end', async () => {
    const etag = (await ask('/media/it.mp4')).headers.etag ?? '';
    expect((await ask('/media/it.mp4', { range: 'bytes=0-9', 'if-range': etag })).status).toBe(206);
    expect((await ask('/media/it.mp4', { range: 'bytes=0-9', 'if-range': '"other"' })).status).toBe(200);
    expect((await ask('/media/it.mp4', { range: 'bytes=300000-' })).status).toBe(416);
  });

  it.each(['/objects/ab/it', '/objects/', '//objects/ab/it', '/media/../objects/ab/it', '/%6fbjects/ab/it'])(
    'does not give %s to anyone',
    async (path) => {
      const { status } = await ask(path);
      expect(status).toBe(404);
      expect(seen).toHaveLength(0);
    },
  );

  it('compresses text, objects included, and leaves alone what is compressed or binary', async () => {
    const gzip = { 'accept-encoding': 'gzip, br' };
    const json = await ask('/api/courses', gzip);
    expect(json.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    expect(gunzipSync(json.body).toString()).toBe(text);
    expect((await ask('/media/it.m3u8', gzip)).headers).toMatchObject({
      'content-encoding': 'gzip',
      'cache-control': 'private, no-store',
    });
    expect((await ask('/api/compressed', gzip)).headers['content-encoding']).toBe('br');
    expect((await ask('/media/it.mp4', gzip)).headers).not.toHaveProperty('content-encoding');
  });

  it('keeps hashed files, and nothing else', async () => {
    for (const path of ['/chunk-ABCDEFGH.js', '/chunk-NOTTHERE.js', '/api/courses', '/media/it.mp4']) {
      expect((await ask(path)).status).toBe((await ask(path)).status);
    }
    expect((await ask('/chunk-ABCDEFGH.js')).headers['cache-control']).toBe(immutable);
    const times = (path: string): number => seen.filter(({ url }) => url === path).length;
    expect([times('/chunk-ABCDEFGH.js'), times('/chunk-NOTTHERE.js')]).toEqual([1, 2]);
    expect([times('/api/courses'), times('/media/it.mp4')]).toEqual([2, 2]);
  });

  it('tells the API who asks and for which host, and lets no reader make it up', async () => {
    await ask('/api/a', { host: 'learn.example:8443', 'x-forwarded-host': 'evil.example', forwarded: 'for=1.2.3.4' });
    expect(seen[0]?.headers).toMatchObject({ host: 'learn.example:8443', 'x-forwarded-for': '127.0.0.1' });
    expect(seen[0]?.headers).not.toHaveProperty('x-forwarded-host');
    expect(seen[0]?.headers).not.toHaveProperty('forwarded');
    // A TLS proxy on this machine may say it; it adds the address that it saw at the end.
    await ask('/api/b', { 'x-forwarded-for': '6.6.6.6, 203.0.113.9', 'x-forwarded-proto': 'https' });
    expect(seen[1]?.headers).toMatchObject({ 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' });
  });

  it('takes a body up to a megabyte and refuses a bigger one before it reaches the API', async () => {
    expect((await ask('/api/a', {}, Buffer.alloc(1024 * 1024))).status).toBe(200);
    expect((await ask('/api/b', {}, Buffer.alloc(1024 * 1024 + 1))).status).toBe(413);
    expect(seen.map(({ url }) => url)).toEqual(['/api/a']);
  });

  it.each([
    ['two lengths', 'Content-Length: 5\r\nContent-Length: 6'],
    ['a length and chunks', 'Content-Length: 5\r\nTransfer-Encoding: chunked'],
    ['an unknown transfer coding', 'Transfer-Encoding: xchunked'],
    ['two transfer codings', 'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity'],
    ['a space before the colon', 'Transfer-Encoding : chunked\r\nContent-Length: 5'],
    ['a length that is no number', 'Content-Length: +5'],
    ['two hosts', 'Host: other.example'],
  ])('refuses a request with %s', async (_, lines) => {
    const smuggled = 'GET /api/smuggled HTTP/1.1\r\nHost: a\r\n\r\n';
    const answer = await nginx.raw(
      `POST /api/a HTTP/1.1\r\nHost: a\r\n${lines}\r\nConnection: close\r\n\r\n0\r\n\r\n${smuggled}`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 (400|501) /);
    expect(seen).toHaveLength(0);
  });

  it('writes neither address nor browser nor path into its log', async () => {
    const before = (await nginx.output()).length;
    await ask('/api/very-private', { 'user-agent': 'Telltale/1.0' });
    await ask('/api/very-private', {}, Buffer.alloc(1024 * 1024 + 1));
    await nginx.raw('GET /api/very-private HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n');
    // nginx writes the line of a request after its connection is done with, so in any order: all three are waited for.
    const log = await waitFor(
      async () => {
        const added = (await nginx.output()).slice(before);
        const lines = [/ GET 200 \d+ B /, / POST 413 /, / GET 400 /];
        return lines.every((line) => line.test(added)) && nginx.output();
      },
      { withinMs: 10_000 },
    );
    expect(log).not.toMatch(/127\.0\.0\.1|client:|Telltale|very-private|203\.0\.113/);
  });
});
