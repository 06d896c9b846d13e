import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type Bucket } from '../../libs/shared/api/src/config';
import { FolderObjectStore } from '../../libs/shared/api/src/objects/folder-object-store';
import { type ByteRange, type ObjectKey, type ObjectStore } from '../../libs/shared/api/src/objects/object-store';
import { s3Client } from '../../libs/shared/api/src/objects/s3-client';
import { S3ObjectStore } from '../../libs/shared/api/src/objects/s3-object-store';
import { Swift } from './swift.ts';

const MIB = 1024 * 1024;

/** Swift takes parts from 5 MiB on; so small, that a spec can have several. */
export const STEPS = { upload: 5 * MIB, copy: 6 * MIB };

/** One kind of object store, to be put through the same specs as the others. */
export interface Driver {
  readonly name: string;
  start(): Promise<void>;
  /** An empty store with its files on their way in `temporary`. */
  open(temporary: string): Promise<ObjectStore>;
  stop(): Promise<void>;
}

/** Objects in `objects`, beside the files on their way. */
export const folderDriver: Driver = {
  name: 'a folder',
  start: () => Promise.resolve(),
  open: (temporary) => Promise.resolve(new FolderObjectStore(join(temporary, '..'))),
  stop: () => Promise.resolve(),
};

/** Each store has a bucket of its own on one server. */
export class SwiftDriver implements Driver {
  readonly name = 'S3';
  #swift: Swift | undefined;

  async start(): Promise<void> {
    this.#swift = await Swift.start();
  }

  async open(temporary: string): Promise<ObjectStore> {
    return new S3ObjectStore(await this.newBucket(), temporary, STEPS);
  }

  async newBucket(): Promise<Bucket> {
    if (!this.#swift) throw new Error('Swift was not started');
    const { endpoint, account } = this.#swift;
    const bucket = { name: `haven-${randomUUID()}`, endpoint, region: 'us-east-1', ...account };
    await s3Client(bucket).send(new CreateBucketCommand({ Bucket: bucket.name }));
    return bucket;
  }

  async stop(): Promise<void> {
    await this.#swift?.stop();
  }
}

/** A folder for one spec, with a place for files on their way and one for files that are to be adopted. */
export class Scratch {
  readonly temporary: string;

  private constructor(private readonly root: string) {
    this.temporary = join(root, 'objects/tmp');
  }

  static async make(): Promise<Scratch> {
    return new Scratch(await mkdtemp(join(tmpdir(), 'haven-objects-')));
  }

  async file(bytes: Uint8Array): Promise<string> {
    const path = join(this.root, randomUUID());
    await writeFile(path, bytes);
    return path;
  }

  /** What is on its way. */
  async unfinished(): Promise<string[]> {
    return readdir(this.temporary).catch(() => []);
  }

  remove(): Promise<void> {
    return rm(this.root, { recursive: true });
  }
}

export const keyOf = (bytes: Uint8Array): ObjectKey => createHash('sha256').update(bytes).digest('hex');

export const bytesOf = (store: ObjectStore, key: ObjectKey, range?: ByteRange): Promise<Buffer> =>
  buffer(store.read(key, range));

/** Every object of `store` by its name. */
export async function listed(store: ObjectStore): Promise<Map<ObjectKey, { size: number; changedAt: Date }>> {
  const all = new Map<ObjectKey, { size: number; changedAt: Date }>();
  for await (const { key, ...rest } of store.list()) all.set(key, rest);
  return all;
}
