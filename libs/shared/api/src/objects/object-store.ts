import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The name of an object: the SHA-256 of its bytes in hexadecimal. The same bytes are stored once and never change. */
export type ObjectKey = string;

/** Where files live. Objects are immutable and named by their content; reading takes a byte range. */
export abstract class ObjectStore {
  /** Stores what `source` yields and answers its name. Nothing is visible under the name before all of it is on the disk. */
  abstract put(source: Readable): Promise<{ key: ObjectKey; size: number }>;
  /** The size in bytes, or null where there is no such object. */
  abstract size(key: ObjectKey): Promise<number | null>;
  /** The bytes from `start` to `end`, both included. */
  abstract read(key: ObjectKey, range?: { start: number; end: number }): Readable;
  /**
   * Takes over the finished file at `file`, whose SHA-256 the caller has computed. The file is gone afterwards. Can be done again after a
   * crash at any point: the bytes are either still there or already here.
   */
  abstract adopt(file: string, key: ObjectKey): Promise<{ key: ObjectKey; size: number }>;
  /** Lends a local path to the object's bytes, to be read only, until `work` ends. */
  abstract withFile<T>(key: ObjectKey, work: (path: string) => Promise<T>): Promise<T>;
  /** Every object, and when it was last stored: storing the same bytes again makes it young. */
  abstract list(): AsyncIterable<{ key: ObjectKey; size: number; changedAt: Date }>;
  /** Removes an object. One that is not there is no error. */
  abstract remove(key: ObjectKey): Promise<void>;
  /** The path below the store's root, for a web server in front; null where there is no such file. */
  abstract path(key: ObjectKey): string | null;
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

/** Objects in a folder, spread over 256 sub-folders by the first byte of their name. */
export class FolderObjectStore extends ObjectStore {
  constructor(private readonly root: string) {
    super();
  }

  async put(source: Readable): Promise<{ key: ObjectKey; size: number }> {
    const partial = join(this.root, 'tmp', randomUUID());
    await mkdir(dirname(partial), { recursive: true });
    const hash = createHash('sha256');
    let size = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        size += chunk.length;
        done(null, chunk);
      },
    });
    try {
      await pipeline(source, measure, createWriteStream(partial, { flags: 'wx', flush: true }));
      const key = hash.digest('hex');
      await this.place(partial, key);
      return { key, size };
    } finally {
      await rm(partial, { force: true });
    }
  }

  async adopt(file: string, key: ObjectKey): Promise<{ key: ObjectKey; size: number }> {
    const known = await this.size(key);
    if (known !== null) {
      // eslint-disable-next-line haven/time-from-clock -- what a file system calls the time of a file is its own
      const now = new Date();
      await utimes(this.whole(key), now, now);
      await rm(file, { force: true });
      return { key, size: known };
    }
    const { size } = await stat(file);
    await sync(file);
    await this.place(file, key).catch((error: unknown) => this.placeAcross(error, file, key));
    return { key, size };
  }

  withFile<T>(key: ObjectKey, work: (path: string) => Promise<T>): Promise<T> {
    return work(this.whole(key));
  }

  async *list(): AsyncIterable<{ key: ObjectKey; size: number; changedAt: Date }> {
    for (const folder of await readdir(this.root).catch(() => [])) {
      if (!/^[0-9a-f]{2}$/.test(folder)) continue;
      for (const name of await readdir(join(this.root, folder))) {
        const found = await stat(join(this.root, folder, name)).catch(() => null);
        if (found) yield { key: folder + name, size: found.size, changedAt: found.mtime };
      }
    }
  }

  async remove(key: ObjectKey): Promise<void> {
    await rm(this.whole(key), { force: true });
  }

  async size(key: ObjectKey): Promise<number | null> {
    try {
      return (await stat(this.whole(key))).size;
    } catch {
      return null;
    }
  }

  read(key: ObjectKey, range?: { start: number; end: number }): Readable {
    return createReadStream(this.whole(key), range);
  }

  path(key: ObjectKey): string {
    if (!/^[0-9a-f]{64}$/.test(key)) throw new Error(`not an object key: ${key}`);
    return join(key.slice(0, 2), key.slice(2));
  }

  private whole(key: ObjectKey): string {
    return join(this.root, this.path(key));
  }

  private async place(file: string, key: ObjectKey): Promise<void> {
    const final = this.whole(key);
    await mkdir(dirname(final), { recursive: true });
    await rename(file, final);
    await sync(dirname(final));
  }

  /** A rename works within one file system only; from another, the bytes are copied first. */
  private async placeAcross(error: unknown, file: string, key: ObjectKey): Promise<void> {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    const partial = join(this.root, 'tmp', randomUUID());
    await mkdir(dirname(partial), { recursive: true });
    try {
      await copyFile(file, partial);
      await sync(partial);
      await this.place(partial, key);
    } finally {
      await rm(partial, { force: true });
    }
    await rm(file, { force: true });
  }
}

/**
 * Has a file, or the names in a folder, on the disk before anything is built on it: a rename is durable only once the folder is. Windows
 * cannot open folders and needs no such step.
 */
async function sync(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
