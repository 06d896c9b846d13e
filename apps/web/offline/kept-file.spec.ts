import { type PackFile } from '@haven/shared/web/packs';
import { answerWith } from './kept-file';

/** What jsdom lacks of a browser: the little of it that an answer uses. */
class FakeResponse {
  readonly status: number;
  readonly headers: Map<string, string>;
  constructor(
    readonly body: unknown,
    { status, headers }: { status: number; headers: Record<string, string> },
  ) {
    this.status = status;
    this.headers = new Map(Object.entries(headers));
  }
}

describe('a file of a pack', () => {
  const file: PackFile = { pack: 'a', url: '/media/a.m4s', type: 'video/mp4', size: 1000, whole: true };
  const store = { read: (_file: PackFile, start: number, end: number) => [start, end] as never };
  const before = globalThis.Response;
  beforeAll(() => (globalThis.Response = FakeResponse as never));
  afterAll(() => (globalThis.Response = before));

  it.each([
    [null, 200, [0, 999], undefined, '1000'],
    ['bytes=0-', 206, [0, 999], 'bytes 0-999/1000', '1000'],
    ['bytes=200-399', 206, [200, 399], 'bytes 200-399/1000', '200'],
    ['bytes=-100', 206, [900, 999], 'bytes 900-999/1000', '100'],
    ['bytes=1000-', 416, null, 'bytes */1000', undefined],
  ])('answers %s with %i', (asked, status, body, range, length) => {
    const answer = answerWith(store, file, asked);
    expect({ status: answer.status, body: answer.body }).toEqual({ status, body });
    expect(answer.headers.get('content-range')).toBe(range);
    expect(answer.headers.get('content-length')).toBe(length);
    expect(answer.headers.get('content-type')).toBe('video/mp4');
  });
});
