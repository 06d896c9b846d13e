import { createReadStream } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable } from 'node:stream';
import { type ByteRange, checked, type ObjectKey, ObjectStore, type StoredObject, sync } from './object-store';

/** Objects in a folder, spread over 256 sub-folders by the first byte of their name. */
export class FolderObjectStore extends ObjectStore {
  constructor(private readonly root: string) {
    super(join(root, 'tmp'));
  }

  async size(key: ObjectKey): Promise<number | null> {
    return (await unlessMissing(stat(this.whole(key))))?.size ?? null;
  }

  read(key: ObjectKey, range?: ByteRange): Readable {
    return createReadStream(this.whole(key), range);
  }

  async withFile<T>(key: ObjectKey, work: (path: string) => Promise<T>): Promise<T> {
    const path = this.whole(key);
    await stat(path);
    return work(path);
  }

  async *list(): AsyncIterable<StoredObject & { changedAt: Date }> {
    for (const folder of (await unlessMissing(readdir(this.root))) ?? []) {
      if (!/^[0-9a-f]{2}$/.test(folder)) continue;
      for (const name of await readdir(join(this.root, folder))) {
        const found = await unlessMissing(stat(join(this.root, folder, name)));
        if (found) yield { key: folder + name, size: found.size, changedAt: found.mtime };
      }
    }
  }

  async remove(key: ObjectKey): Promise<void> {
    await rm(this.whole(key), { force: true });
  }

  path(key: ObjectKey): string {
    return join(checked(key).slice(0, 2), key.slice(2));
  }

  protected async renew(key: ObjectKey): Promise<number | null> {
    const path = this.whole(key);
    if (!(await unlessMissing(touch(path)))) return null;
    // It may have been moved here by somebody who was killed before this.
    await sync(dirname(path), 'folder');
    return this.size(key);
  }

  protected async store(file: string, key: ObjectKey): Promise<number> {
    const { size } = await stat(file);
    await touch(file);
    await sync(file, 'file');
    await this.place(file, key).catch((error: unknown) => this.placeAcross(error, file, key));
    return size;
  }

  private whole(key: ObjectKey): string {
    return join(this.root, this.path(key));
  }

  private async place(file: string, key: ObjectKey): Promise<void> {
    const path = this.whole(key);
    const made = await mkdir(dirname(path), { recursive: true });
    await rename(file, path);
    await sync(dirname(path), 'folder');
    if (made) await sync(this.root, 'folder');
  }

  /** A rename works within one file system only; from another, the bytes are copied first. */
  private async placeAcross(error: unknown, file: string, key: ObjectKey): Promise<void> {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await this.withTemporary(async (copy) => {
      await copyFile(file, copy);
      await sync(copy, 'file');
      await this.place(copy, key);
    });
  }
}

/** Makes a file as young as one that was written now. Answers true, so that it can be asked whether it was there. */
async function touch(path: string): Promise<true> {
  // eslint-disable-next-line haven/time-from-clock -- what a file system calls the time of a file is its own
  const now = new Date();
  await utimes(path, now, now);
  return true;
}

/** What `asked` answers, or null where there is no such file. Any other trouble with the disk stays an error. */
async function unlessMissing<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
