import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { PIECE, type Part, partsOf } from './pieces';

/** What is kept on the device for use without a line, as one thing that somebody asked for and can take away again. */
export interface Pack {
  readonly id: string;
}

/** A file of a pack. `url` is an address of this site, from its first slash; `size` is how many bytes of it are here. */
export interface PackFile {
  readonly pack: string;
  readonly url: string;
  readonly type: string;
  readonly size: number;
  /** Whether all of it is here. Only then it is served. */
  readonly whole: boolean;
}

interface Schema extends DBSchema {
  packs: { key: string; value: Pack };
  files: { key: [pack: string, url: string]; value: PackFile; indexes: { url: string } };
  pieces: { key: [pack: string, url: string, n: number]; value: ArrayBuffer };
}

const inPack = (id: string) => IDBKeyRange.bound([id], [id, []]);

/**
 * Packs on the disk. Pages write it, the service worker reads it. A piece and how much of its file is here are written together, so that
 * whatever is cut off goes on where it was. Writing throws a `QuotaExceededError` where the disk is full; what was there stays.
 */
export class PackStore {
  private connection: Promise<IDBPDatabase<Schema>> | null = null;

  async packs<P extends Pack>(): Promise<P[]> {
    return (await (await this.open()).getAll('packs')) as P[];
  }

  async put(pack: Pack): Promise<void> {
    await (await this.open()).put('packs', pack, pack.id);
  }

  /** The files of a pack, whole or not. */
  async files(pack: string): Promise<PackFile[]> {
    return (await this.open()).getAll('files', inPack(pack));
  }

  /** A whole file with this address, of whichever pack. */
  async find(url: string): Promise<PackFile | null> {
    const files = await (await this.open()).getAllFromIndex('files', 'url', url);
    return files.find((file) => file.whole) ?? null;
  }

  /** Adds a piece to the end of `file` and answers how it stands. All pieces but the last are `PIECE` bytes. */
  async append(file: PackFile, piece: ArrayBuffer): Promise<PackFile> {
    const tx = (await this.open()).transaction(['files', 'pieces'], 'readwrite');
    const grown = { ...file, size: file.size + piece.byteLength };
    await Promise.all([
      tx.objectStore('pieces').put(piece, [file.pack, file.url, Math.floor(file.size / PIECE)]),
      tx.objectStore('files').put(grown, [file.pack, file.url]),
      tx.done,
    ]);
    return grown;
  }

  /** Writes how `file` stands; `size` 0 takes its pieces away. */
  async note(file: PackFile): Promise<PackFile> {
    const tx = (await this.open()).transaction(['files', 'pieces'], 'readwrite');
    const { pack, url, size } = file;
    if (size === 0) await tx.objectStore('pieces').delete(IDBKeyRange.bound([pack, url], [pack, url, []]));
    await tx.objectStore('files').put(file, [pack, url]);
    await tx.done;
    return file;
  }

  /** Bytes `start` to `end` of a file, both included, read as they are asked for. */
  read(file: PackFile, start: number, end: number): ReadableStream<Uint8Array> {
    const parts = partsOf({ start, end });
    return new ReadableStream({
      pull: async (controller) => {
        const part = parts.shift();
        if (part) controller.enqueue(await this.part(file, part));
        else controller.close();
      },
    });
  }

  /** Takes a pack away with everything of it. */
  async remove(id: string): Promise<void> {
    const tx = (await this.open()).transaction(['packs', 'files', 'pieces'], 'readwrite');
    await Promise.all([
      tx.objectStore('packs').delete(id),
      tx.objectStore('files').delete(inPack(id)),
      tx.objectStore('pieces').delete(inPack(id)),
      tx.done,
    ]);
  }

  private async part({ pack, url }: PackFile, { n, from, to }: Part): Promise<Uint8Array> {
    const piece = await (await this.open()).get('pieces', [pack, url, n]);
    if (!piece || piece.byteLength < to) throw new Error(`piece ${n} of ${url} is not here`);
    return new Uint8Array(piece, from, to - from);
  }

  private open(): Promise<IDBPDatabase<Schema>> {
    const lost = () => (this.connection = null);
    return (this.connection ??= openDB<Schema>('haven-packs', 1, {
      upgrade(db) {
        db.createObjectStore('packs');
        db.createObjectStore('files').createIndex('url', 'url');
        db.createObjectStore('pieces');
      },
      // Who signs out on another page takes everything away: nobody stands in the way of that.
      blocking: (_now, _next, event) => {
        lost();
        (event.target as IDBDatabase).close();
      },
      terminated: lost,
    }).catch((error: unknown) => {
      lost();
      throw error;
    }));
  }
}
