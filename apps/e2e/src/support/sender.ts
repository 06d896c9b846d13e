import { readFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { type DemoAccount } from '../../../api/src/seed';

/** Sends files to a server as an author does, without a browser. */
export class Sender {
  private constructor(
    private readonly url: string,
    private readonly cookie: string,
  ) {}

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
    const own = { 'tus-resumable': '1.0.0', cookie: this.cookie };
    const name = Buffer.from('clip.mp4').toString('base64');
    const announced = { ...own, 'upload-length': String(bytes.length), 'upload-metadata': `filename ${name}` };
    const begun = await fetch(`${this.url}/api/uploads`, { method: 'POST', headers: announced });
    const address = begun.headers.get('location') ?? '';
    const headers = { ...own, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' };
    const sent = await fetch(`${this.url}${address}`, { method: 'PATCH', headers, body: new Uint8Array(bytes) });
    if (sent.status !== 204) throw new Error(`upload: ${sent.status} ${await sent.text()}`);
    return address.split('/').at(-1) ?? '';
  }
}
