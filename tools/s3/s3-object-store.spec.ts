import { CreateMultipartUploadCommand, ListMultipartUploadsCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { randomBytes } from 'node:crypto';
import { access } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { inspect } from 'node:util';
import { type Bucket } from '../../libs/shared/api/src/config';
import { type ObjectStore } from '../../libs/shared/api/src/objects/object-store';
import { s3Client, S3Error } from '../../libs/shared/api/src/objects/s3-client';
import { S3ObjectStore } from '../../libs/shared/api/src/objects/s3-object-store';
import { FaultyLine, type Limits } from './faulty-line.ts';
import { bytesOf, keyOf, listed, Scratch, STEPS, SwiftDriver } from './stores.ts';
import { whyNoSwift } from './swift.ts';

const why = whyNoSwift();

(why ? describe.skip : describe)('an S3 server', () => {
  const driver = new SwiftDriver();
  let scratch: Scratch;
  let bucket: Bucket;
  let store: ObjectStore;
  let line: FaultyLine | undefined;

  beforeAll(() => driver.start());
  afterAll(() => driver.stop());
  beforeEach(async () => {
    scratch = await Scratch.make();
    bucket = await driver.newBucket();
    store = open(bucket);
  });
  afterEach(async () => {
    await line?.stop();
    line = undefined;
    await scratch.remove();
  });

  const open = (given: Bucket): ObjectStore => new S3ObjectStore(given, scratch.temporary, STEPS);

  /** The same store, at the end of a line that breaks. */
  async function behindFaultyLine(limits: Limits): Promise<ObjectStore> {
    line = await FaultyLine.to(bucket.endpoint ?? '', limits);
    return open({ ...bucket, endpoint: line.endpoint });
  }

  const uploadsBegun = async (): Promise<number> =>
    (await s3Client(bucket).send(new ListMultipartUploadsCommand({ Bucket: bucket.name }))).Uploads?.length ?? 0;

  it('refuses a request that was signed with another secret, and stores nothing', async () => {
    const bytes = randomBytes(1000);
    const { key } = await store.put(Readable.from([bytes]));
    const forged = { ...bucket, secretAccessKey: 'not-the-secret-of-haven' };
    const forger = open(forged);
    const attempts: Promise<unknown>[] = [
      // The store asks before it uploads; this does not.
      s3Client(forged).send(
        new PutObjectCommand({ Bucket: bucket.name, Key: keyOf(Buffer.from('forged')), Body: 'forged' }),
      ),
      s3Client(forged).send(new CreateMultipartUploadCommand({ Bucket: bucket.name, Key: key })),
      forger.put(Readable.from([randomBytes(10)])),
      forger.size(key),
      bytesOf(forger, key),
      forger.withFile(key, () => Promise.resolve()),
      listed(forger),
      forger.remove(key),
    ];
    for (const { reason } of (await Promise.allSettled(attempts)) as PromiseRejectedResult[]) {
      expect(reason).toBeInstanceOf(S3Error);
      expect(reason).toMatchObject({ status: 403 });
      // Whatever of it is logged: no secret, no name of a key, no signature.
      expect(inspect(reason, { depth: 9, showHidden: true })).not.toMatch(
        /signature=|canonical|haven:writer|not-the-secret/i,
      );
    }
    expect([...(await listed(store)).keys()]).toEqual([key]);
    expect(await uploadsBegun()).toBe(0);
    expect((await bytesOf(store, key)).equals(bytes)).toBe(true);
  });

  it('that hangs up makes the stream fail, never end', async () => {
    const bytes = randomBytes(4_000_000);
    const { key } = await store.put(Readable.from([bytes]));
    const distant = await behindFaultyLine({ down: 1_000_000 });
    let read = 0;
    const reading = distant.read(key).on('data', (chunk: Buffer) => (read += chunk.length));
    const ended = jest.fn();
    reading.on('end', ended);
    await expect(new Promise((_, reject) => reading.on('error', reject))).rejects.toThrow(/^S3 GetObject failed: /);
    expect(ended).not.toHaveBeenCalled();
    expect(read).toBeLessThan(bytes.length);
    const work = jest.fn();
    await expect(distant.withFile(key, work)).rejects.toThrow(S3Error);
    expect(work).not.toHaveBeenCalled();
    expect(await scratch.unfinished()).toEqual([]);
  });

  it('that hangs up during an upload gets no half of an object, and the file stays for the next time', async () => {
    const bytes = randomBytes(2 * STEPS.upload + 1);
    const [file, key] = [await scratch.file(bytes), keyOf(bytes)];
    const distant = await behindFaultyLine({ up: 3_000_000 });
    await expect(distant.adopt(file, key)).rejects.toThrow(/^S3 UploadPart failed: /);
    expect(await store.size(key)).toBeNull();
    expect(await uploadsBegun()).toBe(0);
    await access(file);
    expect(await store.adopt(file, key)).toEqual({ key, size: bytes.length });
  });

  it('that is not there is an error that says so and holds no key', async () => {
    line = await FaultyLine.to(bucket.endpoint ?? '', {});
    const { endpoint } = line;
    await line.stop();
    line = undefined;
    const failure: unknown = await open({ ...bucket, endpoint })
      .size(keyOf(randomBytes(1)))
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'S3Error', status: undefined });
    expect(String(failure)).toMatch(/S3 HeadObject failed: .*ECONNREFUSED/);
    expect(inspect(failure, { depth: 9, showHidden: true })).not.toContain(bucket.secretAccessKey);
  });

  it('forgets uploads that nobody finished, once they are old enough', async () => {
    const { key: Key } = await store.put(Readable.from([randomBytes(10)]));
    await s3Client(bucket).send(new CreateMultipartUploadCommand({ Bucket: bucket.name, Key }));
    await store.removeUnfinished(new Date(Date.now() - 3_600_000));
    expect(await uploadsBegun()).toBe(1);
    await store.removeUnfinished(new Date(Date.now() + 3_600_000));
    expect(await uploadsBegun()).toBe(0);
    expect(await store.size(Key)).toBe(10);
  });

  it('lets go of a reader who leaves', async () => {
    const { key } = await store.put(Readable.from([randomBytes(4_000_000)]));
    const distant = await behindFaultyLine({});
    for await (const chunk of distant.read(key) as AsyncIterable<Buffer>) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    await line?.idle();
  });

  it('has a bucket that does not exist refused at the first upload', async () => {
    const nowhere = open({ ...bucket, name: 'haven-nowhere' });
    await expect(nowhere.put(Readable.from([randomBytes(10)]))).rejects.toThrow(/404 NoSuchBucket/);
    expect(await scratch.unfinished()).toEqual([]);
  });
});
