import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { access, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { hashFile, type ObjectStore } from '../../libs/shared/api/src/objects/object-store';
import { waitFor } from '../postgres/wait.ts';
import { LiveBytes } from './live-bytes.ts';
import { bytesOf, type Driver, folderDriver, keyOf, listed, Scratch, STEPS, SwiftDriver } from './stores.ts';
import { whyNoSwift } from './swift.ts';

const why = whyNoSwift();
if (why) console.warn(`THE OBJECT STORE WAS NOT TESTED AGAINST AN S3 SERVER: ${why}.`);

const drivers: Driver[] = [folderDriver, new SwiftDriver()];
const absent = keyOf(Buffer.from('nobody has stored this'));
const from = (...chunks: Uint8Array[]): Readable => Readable.from(chunks);

describe.each(drivers)('objects in $name', (driver) => {
  const on = why && driver instanceof SwiftDriver ? it.skip : it;
  let scratch: Scratch;
  let store: ObjectStore;

  beforeAll(async () => {
    if (on === it) await driver.start();
  });
  afterAll(() => driver.stop());
  beforeEach(async () => {
    scratch = await Scratch.make();
    if (on === it) store = await driver.open(scratch.temporary);
  });
  afterEach(() => scratch.remove());

  on('come back as they were put in, whole and in every range', async () => {
    const some = fc.uint8Array({ minLength: 1, maxLength: 100_000, size: 'max' });
    const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    await fc.assert(
      fc.asyncProperty(some, place, place, async (array, one, other) => {
        const bytes = Buffer.from(array);
        const [start = 0, end = 0] = [one, other].map((part) => Math.floor(part * bytes.length)).sort((a, b) => a - b);
        const { key, size } = await store.put(from(bytes.subarray(0, start), bytes.subarray(start)));
        expect({ key, size }).toEqual({ key: keyOf(bytes), size: bytes.length });
        expect(await store.size(key)).toBe(size);
        expect((await bytesOf(store, key)).equals(bytes)).toBe(true);
        expect((await bytesOf(store, key, { start, end })).equals(bytes.subarray(start, end + 1))).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  on('may be empty', async () => {
    const { key, size } = await store.put(from());
    expect([key, size, await store.size(key)]).toEqual([keyOf(Buffer.alloc(0)), 0, 0]);
    expect(await bytesOf(store, key)).toHaveLength(0);
  });

  on('are stored once, however often and in whatever pieces they come', async () => {
    const bytes = randomBytes(10_000);
    const puts = [[bytes], [bytes.subarray(0, 1), bytes.subarray(1)], [bytes]].map((pieces) =>
      store.put(from(...pieces)),
    );
    expect(new Set((await Promise.all(puts)).map(({ key }) => key))).toEqual(new Set([keyOf(bytes)]));
    expect([...(await listed(store)).keys()]).toEqual([keyOf(bytes)]);
    expect(await scratch.unfinished()).toEqual([]);
  });

  on('leave nothing when their source fails', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield randomBytes(100_000);
      throw new Error('the line is gone');
    }
    await expect(store.put(Readable.from(broken()))).rejects.toThrow('the line is gone');
    expect((await listed(store)).size).toBe(0);
    expect(await scratch.unfinished()).toEqual([]);
  });

  // Sizes around the limit above which an upload has several parts.
  on.each([1, STEPS.upload, STEPS.upload + 1, 2 * STEPS.upload + 4321])(
    'take over a file of %d bytes',
    async (length) => {
      const bytes = randomBytes(length);
      const file = await scratch.file(bytes);
      const heard: number[] = [];
      const key = await hashFile(file, (read) => heard.push(read));
      expect([key, heard.at(-1)]).toEqual([keyOf(bytes), length]);
      expect(await store.adopt(file, key)).toEqual({ key, size: length });
      await expect(access(file)).rejects.toThrow('ENOENT');
      expect((await bytesOf(store, key)).equals(bytes)).toBe(true);
      const range = { start: length >> 1, end: length - 1 };
      expect((await bytesOf(store, key, range)).equals(bytes.subarray(length >> 1))).toBe(true);
    },
  );

  on('can be taken over again after a crash at any point', async () => {
    const bytes = randomBytes(1000);
    const key = keyOf(bytes);
    // Killed before anything was written down of it: the file is there, the object too.
    await store.adopt(await scratch.file(bytes), key);
    const again = await scratch.file(bytes);
    expect(await store.adopt(again, key)).toEqual({ key, size: 1000 });
    // Killed after all was done: the file is gone.
    expect(await store.adopt(again, key)).toEqual({ key, size: 1000 });
    // Neither is there: that is no object.
    await expect(store.adopt(again, absent)).rejects.toThrow('ENOENT');
    expect([...(await listed(store)).keys()]).toEqual([key]);
  });

  on('are listed with their size, and are gone when removed', async () => {
    const sizes = [1, 70_000, STEPS.upload + 1];
    const keys = await Promise.all(sizes.map(async (size) => (await store.put(from(randomBytes(size)))).key));
    const all = await listed(store);
    expect(keys.map((key) => all.get(key)?.size)).toEqual(sizes);
    for (const key of [keys[0], keys[2]]) await store.remove(key ?? '');
    expect([...(await listed(store)).keys()]).toEqual([keys[1]]);
    expect(await store.size(keys[0] ?? '')).toBeNull();
    await store.remove(keys[0] ?? '');
  });

  on.each([1000, STEPS.copy + 1])('of %d bytes become young when they are stored again', async (size) => {
    const bytes = randomBytes(size);
    const { key } = await store.put(from(bytes));
    const first = (await listed(store)).get(key)?.changedAt ?? new Date(0);
    // S3 counts in seconds, so this goes on until its clock does.
    const younger = async (): Promise<boolean> => {
      await store.adopt(await scratch.file(bytes), key);
      return ((await listed(store)).get(key)?.changedAt ?? first) > first;
    };
    expect(await waitFor(younger, { withinMs: 20_000 })).toBe(true);
    expect((await bytesOf(store, key)).equals(bytes)).toBe(true);
  });

  on('that are missing have no size and fail as a stream', async () => {
    expect(await store.size(absent)).toBeNull();
    await expect(bytesOf(store, absent)).rejects.toThrow(/ENOENT|404/);
    await expect(bytesOf(store, absent, { start: 0, end: 5 })).rejects.toThrow(/ENOENT|404/);
    const work = jest.fn();
    await expect(store.withFile(absent, work)).rejects.toThrow(/ENOENT|404/);
    expect(work).not.toHaveBeenCalled();
    expect(await scratch.unfinished()).toEqual([]);
  });

  on('are lent as a file, which stays or is cleared away as it came', async () => {
    const bytes = randomBytes(200_000);
    const { key } = await store.put(from(bytes));
    expect((await store.withFile(key, (path) => readFile(path))).equals(bytes)).toBe(true);
    await expect(store.withFile(key, () => Promise.reject(new Error('ffmpeg failed')))).rejects.toThrow(
      'ffmpeg failed',
    );
    expect(await scratch.unfinished()).toEqual([]);
    expect((await bytesOf(store, key)).equals(bytes)).toBe(true);
  });

  on('are never found under another kind of name', async () => {
    const outside = await scratch.file(Buffer.from('outside'));
    const names = [
      '',
      'ab',
      '../../etc/passwd',
      absent.toUpperCase(),
      absent.slice(1),
      `${absent}0`,
      `${absent}\n`,
      outside,
    ];
    for (const name of names) {
      await expect(async () => store.size(name)).rejects.toThrow('not an object key');
      await expect(async () => bytesOf(store, name)).rejects.toThrow('not an object key');
      await expect(async () => store.adopt(outside, name)).rejects.toThrow('not an object key');
      await expect(async () => store.withFile(name, readFile)).rejects.toThrow('not an object key');
      await expect(async () => store.remove(name)).rejects.toThrow('not an object key');
      expect(() => store.path(name)).toThrow('not an object key');
    }
    expect((await stat(outside)).size).toBe(7);
  });

  on('that were never finished are cleared away when they are old enough', async () => {
    const { key } = await store.put(from(randomBytes(10)));
    for (const name of ['old', 'young']) await writeFile(join(scratch.temporary, name), 'half');
    const [before, long] = [new Date(Date.now() - 60_000), new Date(Date.now() - 120_000)];
    await utimes(join(scratch.temporary, 'old'), long, long);
    await store.removeUnfinished(before);
    expect(await scratch.unfinished()).toEqual(['young']);
    expect(await store.size(key)).toBe(10);
    await rm(join(scratch.temporary, 'young'));
  });

  on(
    'of 200 MB pass in and out with a few parts of them in memory',
    async () => {
      const live = new LiveBytes();
      const [megabyte, count] = [randomBytes(1024 * 1024), 200];
      async function* source(): AsyncGenerator<Buffer> {
        for (let n = 0; n < count; n++) {
          if (n % 20 === 0) live.look();
          // Fresh memory each time: what is kept adds up.
          yield Buffer.from(megabyte);
        }
      }
      const { key, size } = await store.put(Readable.from(source(), { objectMode: false }));
      expect(size).toBe(count * megabyte.length);
      const read = await pipeline(store.read(key), async (chunks: AsyncIterable<Buffer>) => {
        let [length, looks] = [0, 0];
        for await (const chunk of chunks) {
          length += chunk.length;
          if (length < looks * 20 * megabyte.length) continue;
          live.look();
          looks++;
        }
        return length;
      });
      expect(read).toBe(size);
      expect(live.most).toBeLessThan(60_000_000);
    },
    180_000,
  );
});
