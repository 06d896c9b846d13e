import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The name of an object: the SHA-256 of its bytes in hexadecimal. The same bytes are stored once and never change. */
export type ObjectKey = string;

/** An object that is there whole; `size` in bytes. */
export interface StoredObject {
  readonly key: ObjectKey;
  readonly size: number;
}

/** The bytes from `start` to `end`, both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Where files live: in a folder or in a bucket of an S3 service, by the same rules. Objects are immutable and named by their content, and
 * nothing is visible under a name before all of it is there and durable. No method holds more than a part of an object in memory.
 */
export abstract class ObjectStore {
  /** `temporary` is a local folder for files on their way in or out. */
  constructor(private readonly temporary: string) {}

  /** Stores what `source` yields. A source that fails leaves nothing. */
  put(source: Readable): Promise<StoredObject> {
    return this.withTemporary(async (file) => this.adopt(file, await spool(source, file)));
  }

  /**
   * Takes over the finished file at `file`, whose SHA-256 the caller has computed. The file is gone afterwards. Can be done again after a
   * crash at any point: the bytes are either still there or already here.
   */
  async adopt(file: string, key: ObjectKey): Promise<StoredObject> {
    const size = (await this.renew(key)) ?? (await this.store(file, key));
    await rm(file, { force: true });
    return { key, size };
  }

  /** The size in bytes, or null where there is no such object. */
  abstract size(key: ObjectKey): Promise<number | null>;

  /** The bytes of an object. A missing object and a lost connection are errors of the stream: it never ends early as if it were whole. */
  abstract read(key: ObjectKey, range?: ByteRange): Readable;

  /** Lends a local path to the object's bytes, to be read only, until `work` ends. */
  abstract withFile<T>(key: ObjectKey, work: (path: string) => Promise<T>): Promise<T>;

  /** Every object, and when it was last stored by the clock of its disk or service: storing the same bytes again makes it young. */
  abstract list(): AsyncIterable<StoredObject & { readonly changedAt: Date }>;

  /** Removes an object. One that is not there is no error. */
  abstract remove(key: ObjectKey): Promise<void>;

  /** The path below the store's root, for a web server in front; null where there is no such file and the bytes have to be read. */
  abstract path(key: ObjectKey): string | null;

  /** Removes what calls that were killed before `before` have left half done. */
  async removeUnfinished(before: Date): Promise<void> {
    for (const name of await readdir(this.temporary).catch(() => [])) {
      const file = join(this.temporary, name);
      const begun = (await stat(file).catch(() => null))?.mtime;
      if (begun && begun < before) await rm(file, { force: true });
    }
  }

  /** Makes an object as young as a new one and answers its size; null where there is none. */
  protected abstract renew(key: ObjectKey): Promise<number | null>;

  /** Makes the object from a local file, whole or not at all, and answers its size. The file may be moved. */
  protected abstract store(file: string, key: ObjectKey): Promise<number>;

  /** Lends a name for a local file, which is removed when `work` ends. */
  protected async withTemporary<T>(work: (file: string) => Promise<T>): Promise<T> {
    await mkdir(this.temporary, { recursive: true });
    const file = join(this.temporary, randomUUID());
    try {
      return await work(file);
    } finally {
      await rm(file, { force: true });
    }
  }
}

/** Answers `key` if it is the name of an object, so that no other text becomes a path or an address. */
export function checked(key: ObjectKey): ObjectKey {
  if (!/^[0-9a-f]{64}$/.test(key)) throw new Error(`not an object key: ${key}`);
  return key;
}

/** The name that the bytes of a file have as an object. `onProgress` hears how many were read. */
export async function hashFile(file: string, onProgress?: (bytes: number) => void): Promise<ObjectKey> {
  const hash = createHash('sha256');
  let read = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    onProgress?.((read += chunk.length));
  }
  return hash.digest('hex');
}

/** Writes what `source` yields into the new file `file` and answers its name as an object. */
export async function spool(source: Readable, file: string): Promise<ObjectKey> {
  const hash = createHash('sha256');
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(source, measure, createWriteStream(file, { flags: 'wx' }));
  return hash.digest('hex');
}

/**
 * Has a file, or the names in a folder, on the disk before anything is built on it: a rename is durable only once the folder is. Windows
 * cannot open folders and needs no such step.
 */
export async function sync(path: string, kind: 'file' | 'folder'): Promise<void> {
  if (kind === 'folder' && process.platform === 'win32') return;
  const handle = await open(path, kind === 'file' ? 'r+' : 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
