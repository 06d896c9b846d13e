import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
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
  /** The path below the store's root, for a web server in front that serves it by X-Accel-Redirect. */
  abstract path(key: ObjectKey): string;
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
      const final = join(this.root, this.path(key));
      await mkdir(dirname(final), { recursive: true });
      await rename(partial, final);
      await syncFolder(dirname(final));
      return { key, size };
    } finally {
      await rm(partial, { force: true });
    }
  }

  async size(key: ObjectKey): Promise<number | null> {
    try {
      return (await stat(join(this.root, this.path(key)))).size;
    } catch {
      return null;
    }
  }

  read(key: ObjectKey, range?: { start: number; end: number }): Readable {
    return createReadStream(join(this.root, this.path(key)), range);
  }

  path(key: ObjectKey): string {
    if (!/^[0-9a-f]{64}$/.test(key)) throw new Error(`not an object key: ${key}`);
    return join(key.slice(0, 2), key.slice(2));
  }
}

/** A rename is durable only once the folder that holds the name is on the disk. Windows cannot open folders and needs no such step. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
