import { request } from 'node:http';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { PREVIEW_HEADER } from '@haven/shared/contract/plain';
import type * as z from 'zod';

/** An answer, with its body read as JSON where it is JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly text: string;
  readonly bytes: Buffer;
  json<T extends z.ZodType>(schema: T): z.infer<T>;
}

/** A request under way: await it, or say which status it must have. */
export interface Asked extends PromiseLike<Answer> {
  expect(status: number): Promise<Answer>;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';

/** Speaks HTTP to the application as a browser does: keeps its cookie, and says where its requests come from. */
export class Browser {
  private cookie = '';
  private preview: Record<string, string> = {};

  constructor(private readonly app: NestFastifyApplication) {}

  /** Takes over a cookie, as `name=value`. */
  take(cookie: string): void {
    this.cookie = cookie;
  }

  /** A second tab: another browser window with the same cookie. */
  twin(): Browser {
    const twin = new Browser(this.app);
    twin.take(this.cookie);
    return twin;
  }

  /** The pages of a preview in the same browser. */
  inPreview(id: string): Browser {
    const frame = this.twin();
    frame.preview = { [PREVIEW_HEADER]: id };
    return frame;
  }

  get(url: string, headers?: Record<string, string>): Asked {
    return this.send('GET', url, undefined, headers);
  }

  post(url: string, body: unknown = {}, headers?: Record<string, string>): Asked {
    return this.send('POST', url, body, headers);
  }

  put(url: string, body: unknown = {}, headers?: Record<string, string>): Asked {
    return this.send('PUT', url, body, headers);
  }

  delete(url: string): Asked {
    return this.send('DELETE', url);
  }

  send(method: Method, url: string, body?: unknown, headers: Record<string, string> = {}): Asked {
    const answer =
      'tus-resumable' in headers ? this.ask(method, url, body, headers) : this.inject(method, url, body, headers);
    return {
      then: (done, failed) => answer.then(done, failed),
      expect: async (status) => {
        const got = await answer;
        if (got.status !== status) throw new Error(`${method} ${url}: ${got.status} instead of ${status}\n${got.text}`);
        return got;
      },
    };
  }

  /** Over a real socket, which the tus server reads by itself. */
  private async ask(method: Method, url: string, body: unknown, headers: Record<string, string>): Promise<Answer> {
    const { port } = new URL(await listening(this.app));
    return new Promise((resolve, reject) => {
      const own = {
        host: 'localhost',
        origin: 'http://localhost',
        'sec-fetch-site': 'same-origin',
        cookie: this.cookie,
      };
      const asked = request(
        { host: '127.0.0.1', port, method, path: url, headers: { ...own, ...headers } },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () => {
            const { statusCode: status = 0, headers: got } = answer;
            const bytes = Buffer.concat(parts);
            const text = bytes.toString();
            resolve({ status, headers: got, text, bytes, json: (schema) => schema.parse(JSON.parse(text)) });
          });
        },
      );
      asked.on('error', reject);
      asked.end(Buffer.isBuffer(body) ? body : undefined);
    });
  }

  private async inject(method: Method, url: string, body: unknown, headers: Record<string, string>): Promise<Answer> {
    const response = await this.app.inject({
      method,
      url,
      headers: {
        host: 'localhost',
        origin: 'http://localhost',
        'sec-fetch-site': 'same-origin',
        cookie: this.cookie,
        ...this.preview,
        ...headers,
      },
      ...(body !== undefined && { payload: body as object }),
    });
    const cookie = response.headers['set-cookie'];
    if (typeof cookie === 'string') this.cookie = cookie.split(';')[0] ?? '';
    return {
      status: response.statusCode,
      headers: response.headers,
      text: response.body,
      bytes: response.rawPayload,
      json: (schema) => schema.parse(JSON.parse(response.body)),
    };
  }
}

const addresses = new WeakMap<NestFastifyApplication, Promise<string>>();

/** The address of the application on this machine; it begins to listen when first asked. */
function listening(app: NestFastifyApplication): Promise<string> {
  const address = addresses.get(app) ?? app.listen(0, '127.0.0.1').then(() => app.getUrl());
  addresses.set(app, address);
  return address;
}
