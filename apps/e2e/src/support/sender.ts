import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { setTimeout as after } from 'node:timers/promises';
import type { DemoAccount } from '../../../api/src/seed.ts';

const PIECE = 8 << 20;

/** Sends files to a server as an author does, without a browser. */
export class Sender {
  private readonly url: string;
  /** The session, as a `Cookie` header names it. */
  readonly cookie: string;

  private constructor(url: string, cookie: string) {
    this.url = url;
    this.cookie = cookie;
  }

  /** Waits for the server and signs in as the demo's author. */
  static async signedIn(url: string, accounts: string): Promise<Sender> {
    const people = JSON.parse(readFileSync(accounts, 'utf8')) as DemoAccount[];
    const { email, password } = people.find(({ role }) => role === 'author') ?? { email: '', password: '' };
    for (const end = Date.now() + 60_000; Date.now() < end; await after(100)) {
      const body = JSON.stringify({ email, password });
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${url}/api/session`, { method: 'POST', headers, body }).catch(() => null);
      if (answer?.ok) return new Sender(url, answer.headers.get('set-cookie')?.split(';')[0] ?? '');
    }
    throw new Error('nobody could sign in within a minute');
  }

  /** Uploads a file in one piece and answers the id of its recording. */
  async send(bytes: Buffer): Promise<string> {
    const address = await this.begin(bytes.length);
    await this.append(address, bytes, 0);
    return address.split('/').at(-1) ?? '';
  }

  /** Uploads a file of any size, a piece at a time as a browser does, and answers the id of its recording. */
  async sendFile(path: string): Promise<string> {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      const address = await this.begin(size);
      for (let at = 0; at < size; at += PIECE) {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(PIECE, size - at)), 0, undefined, at);
        await this.append(address, buffer.subarray(0, bytesRead), at);
      }
      return address.split('/').at(-1) ?? '';
    } finally {
      await file.close();
    }
  }

  private async begin(size: number): Promise<string> {
    const name = Buffer.from('clip.mp4').toString('base64');
    const headers = { ...this.own, 'upload-length': String(size), 'upload-metadata': `filename ${name}` };
    const begun = await fetch(`${this.url}/api/uploads`, { method: 'POST', headers });
    return begun.headers.get('location') ?? '';
  }

  private async append(address: string, bytes: Buffer, at: number): Promise<void> {
    const headers = {
      ...this.own,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(at),
    };
    const sent = await fetch(`${this.url}${address}`, { method: 'PATCH', headers, body: new Uint8Array(bytes) });
    if (sent.status !== 204) throw new Error(`upload: ${sent.status} ${await sent.text()}`);
  }

  private get own(): Record<string, string> {
    return { 'tus-resumable': '1.0.0', cookie: this.cookie };
  }
}
