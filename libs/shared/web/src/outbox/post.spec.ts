import { post } from './post';

describe('what is sent while the page goes away', () => {
  const { fetch: before, Request: known } = globalThis;
  afterEach(() => {
    Object.assign(globalThis, { fetch: before, Request: known });
    Reflect.deleteProperty(navigator, 'sendBeacon');
  });

  /** A browser whose requests know `keepalive`, or not; what it sent, and how. */
  function browser(keepsAlive: boolean): string[] {
    const sent: string[] = [];
    const Request = Object.assign(() => undefined, { prototype: keepsAlive ? { keepalive: false } : {} });
    const fetch = (_url: string, { keepalive }: RequestInit) => {
      sent.push(keepalive ? 'kept alive' : 'plain');
      return Promise.resolve({ ok: true, json: () => Promise.resolve({}) });
    };
    Object.assign(globalThis, { fetch, Request });
    Object.assign(navigator, { sendBeacon: () => sent.push('beacon') });
    return sent;
  }

  it.each([
    [true, true, 'POST', 'kept alive', 'answer'],
    [true, false, 'POST', 'plain', 'answer'],
    [false, true, 'POST', 'beacon', 'no-answer'],
    [false, true, 'PUT', 'kept alive', 'answer'],
    [false, false, 'POST', 'plain', 'answer'],
  ] as const)('keepalive known: %s, leaving: %s, %s: %s', async (keepsAlive, leaving, method, way, kind) => {
    const sent = browser(keepsAlive);
    expect(await post({ url: '/api/things', body: {}, method }, leaving)).toMatchObject({ kind });
    expect(sent).toEqual([way]);
  });
});
