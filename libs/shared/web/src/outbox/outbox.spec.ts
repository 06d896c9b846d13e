import { TestBed } from '@angular/core/testing';
import { ShownTitle } from '../page-title';
import { Outbox } from './outbox';

beforeEach(() => {
  TestBed.configureTestingModule({ providers: [{ provide: ShownTitle, useValue: { shown: () => 'Webinar' } }] });
});

interface Thing {
  good: boolean;
}

describe('a refusal', () => {
  const before = globalThis.fetch;
  afterEach(() => {
    globalThis.fetch = before;
    jest.useRealTimers();
    localStorage.clear();
  });

  /** An outbox with a good and a bad entry, before a server that refuses every request with a bad one in it. */
  function outboxOfTwo(): Outbox {
    globalThis.fetch = ((_url: string, { body }: { body: string }) => {
      const bad = (JSON.parse(body) as Thing[]).some(({ good }) => !good);
      return Promise.resolve({ ok: !bad, status: bad ? 400 : 200, json: () => Promise.resolve({ code: 'invalid' }) });
    }) as unknown as typeof fetch;
    const outbox = TestBed.inject(Outbox);
    outbox.register<Thing>({
      kind: 'thing',
      most: 10,
      mirror: true,
      wait: 60_000,
      describe: () => ({ key: 'thing' }),
      request: (entries) => ({ url: '/api/things', body: entries.map(({ payload }) => payload) }),
      saved: (_answer, entries) => entries.map(({ key }) => key),
    });
    outbox.put('thing', 'good', { good: true });
    outbox.put('thing', 'bad', { good: false });
    return outbox;
  }

  const refused = (outbox: Outbox) => outbox.entries().map(({ key, refused }) => [key, refused]);

  it('is of the bad entry alone, which stays', async () => {
    const outbox = outboxOfTwo();
    await outbox.flush();
    expect(refused(outbox)).toEqual([['bad', 'invalid']]);
  });

  it('is of nobody while the page goes away, when there is no time to find out whose it is', async () => {
    jest.useFakeTimers(); // no round of its own begins
    const outbox = outboxOfTwo();
    outbox.leave();
    for (let n = 0; n < 50; n++) await Promise.resolve();
    expect(refused(outbox)).toEqual([
      ['good', null],
      ['bad', null],
    ]);
  });

  it('is forgotten with the entry at the wish of the person alone', async () => {
    const outbox = outboxOfTwo();
    await outbox.flush();
    for (const entry of outbox.entries()) await outbox.discard(entry);
    expect([outbox.state(), localStorage.length]).toEqual(['saved', 0]);
  });
});

it('does not say that everything is saved before it knows what waits from earlier visits', async () => {
  const outbox = TestBed.inject(Outbox);
  expect([outbox.known(), outbox.state()]).toEqual([false, 'sending']);
  await outbox.written();
  expect([outbox.known(), outbox.state()]).toEqual([true, 'saved']);
});

describe('what the device does not take', () => {
  const before = globalThis.fetch;
  afterEach(() => {
    globalThis.fetch = before;
    localStorage.clear();
  });

  /** An outbox without IndexedDB, as where its disk is full, and a server that answers when `reachable` says so. */
  async function fullOutbox(mirror: boolean): Promise<{ outbox: Outbox; line: { reachable: boolean } }> {
    const line = { reachable: false };
    globalThis.fetch = (() =>
      line.reachable
        ? Promise.resolve({ ok: true, status: 200, json: () => Promise.resolve({}) })
        : Promise.reject(new TypeError('no line'))) as unknown as typeof fetch;
    const outbox = TestBed.inject(Outbox);
    outbox.register<string>({
      kind: 'thing',
      most: 10,
      mirror,
      wait: 60_000,
      describe: () => ({ key: 'thing' }),
      request: (entries) => ({ url: '/api/things', body: entries.map(({ payload }) => payload) }),
      saved: (_answer, entries) => entries.map(({ key }) => key),
    });
    outbox.put('thing', 'a', 'words');
    await outbox.written();
    await outbox.flush();
    return { outbox, line };
  }

  /** Whether closing the page is asked about. */
  function asks(): boolean {
    TestBed.tick();
    const leaving = new Event('beforeunload', { cancelable: true });
    dispatchEvent(leaving);
    return leaving.defaultPrevented;
  }

  it('is said, asked about before the page closes, and sent when there is a line', async () => {
    const { outbox, line } = await fullOutbox(false);
    expect([outbox.state(), await outbox.written(), asks()]).toEqual(['page', false, true]);
    line.reachable = true;
    await outbox.flush();
    expect([outbox.state(), await outbox.written(), asks()]).toEqual(['saved', true, false]);
  });

  it('is nothing where the mirror took it', async () => {
    const { outbox } = await fullOutbox(true);
    expect([outbox.state(), await outbox.written(), asks()]).toEqual(['device', true, false]);
  });
});
