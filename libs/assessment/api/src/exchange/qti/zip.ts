import { buffer } from 'node:stream/consumers';
import { type Entry, fromBufferPromise, type ZipFile as Zip } from 'yauzl';
import { ZipFile } from 'yazl';
import { Unreadable } from '../found';

/** `files`: how many a package may list. `bytes`: of all files of one package that are read, once they are unpacked. */
const most = { files: 2000, bytes: 8_000_000 };

/** Whether a file begins as a zip does. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/**
 * The files of a zip that somebody sent, in memory: nothing of it touches the disk, so neither `..` nor a link leads anywhere. A name that
 * leads out is refused all the same, and what is unpacked is counted as it comes out, whatever the zip says of itself.
 */
export class Package {
  private left = most.bytes;

  private constructor(
    private readonly zip: Zip,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws Unreadable `zip` where it is broken, or holds a name twice or one that leads out; `too-many` */
  static async open(bytes: Buffer): Promise<Package> {
    const zip = await orUnreadable(fromBufferPromise(bytes, { lazyEntries: true, autoClose: false }));
    if (zip.entryCount > most.files) throw new Unreadable('too-many');
    const entries = new Map<string, Entry>();
    await orUnreadable(
      (async () => {
        for await (const entry of zip.eachEntry()) {
          if (entries.has(entry.fileName)) throw new Error('A name stands twice.');
          entries.set(entry.fileName, entry);
        }
      })(),
    );
    return new Package(zip, entries);
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  /** A file, of at most `largest` bytes; null where there is none. @throws Unreadable `too-large`, `zip` */
  async read(name: string, largest: number): Promise<Buffer | null> {
    const entry = this.entries.get(name);
    if (!entry || name.endsWith('/')) return null;
    if (entry.uncompressedSize > Math.min(largest, this.left)) throw new Unreadable('too-large');
    this.left -= entry.uncompressedSize;
    // It fails as soon as more comes out than the entry says.
    return orUnreadable(this.zip.openReadStreamPromise(entry).then(buffer));
  }
}

async function orUnreadable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch {
    throw new Unreadable('zip');
  }
}

/** When the files of a package say that they were written: the same questions give the same bytes. */
const SOME_DAY = new Date(Date.UTC(2000, 0, 1));

/** Files in a zip. */
export async function zipped(files: readonly (readonly [name: string, content: Buffer | string])[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of files) zip.addBuffer(Buffer.from(content), name, { mtime: SOME_DAY });
  zip.end();
  return buffer(zip.outputStream);
}
