import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { LARGEST_MEDIA } from '@haven/catalog/contract';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { badPackage, type PackageFiles } from './package-files';

/**
 * What is read of a zip at most. `read`: bytes of a file that is taken whole into memory. `text`: bytes of all files that are read as text.
 * `times`: how often larger than its packed bytes a file may be; text is ten times larger, a bomb a thousand times.
 */
const most = { files: 5000, read: LARGEST_MEDIA, text: 60_000_000, times: 150, small: 1_000_000 };
const isText = /\.(md|markdown|txt|json|ya?ml|vtt|html?|xml|qti)$/i;
/** What systems put into zips beside what people put there. */
const ignored = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/;
const SYMLINK = 0o120000;

/** A zip as a package; it stays open until it is closed. */
export interface ZipPackage extends PackageFiles {
  close(): void;
}

/**
 * Opens the zip at `path` and checks every name and size in it before a byte is unpacked: names lead nowhere else, nothing is a link, locked or
 * there twice, and all of it has at most `limit` bytes. Where everything is in one folder, that folder is the package. Larger files are lent
 * as copies in `room`, which are removed.
 * @throws Refusal `bad-package`
 */
export async function openZip(path: string, room: string, limit: number): Promise<ZipPackage> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(() => {
    throw badPackage('no-zip', '', 'This file is no zip, or it did not arrive whole.');
  });
  try {
    return packageOf(zip, inside(await entriesOf(zip, limit)), room);
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function entriesOf(zip: ZipFile, limit: number): Promise<Map<string, Entry>> {
  if (zip.entryCount > most.files)
    throw badPackage('too-many', '', `This zip has more than the ${most.files} files that are allowed.`);
  const entries = new Map<string, Entry>();
  const seen = new Set<string>();
  let [all, text] = [0, 0];
  for await (const entry of each(zip)) {
    const name = entry.fileName;
    if (name.endsWith('/') || ignored.test(name)) continue;
    check(entry);
    all += entry.uncompressedSize;
    if (isText.test(name)) text += entry.uncompressedSize;
    if (all > limit || text > most.text)
      throw badPackage('large', '', 'This zip holds more than a package may: its files are too large together.');
    const folded = name.normalize('NFC').toLowerCase();
    if (seen.has(folded)) throw badPackage('twice', name, 'this name is there twice.');
    seen.add(folded);
    entries.set(name, entry);
  }
  return entries;
}

async function* each(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry();
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (/^(absolute path|invalid relative path|invalid characters)/.test(message))
      throw badPackage('name', '', 'A name in this zip leads out of it. Nothing was unpacked.');
    throw badPackage('damaged', '', 'This zip is damaged.');
  }
}

function check(entry: Entry): void {
  const { fileName: name, uncompressedSize: size, compressedSize: packed } = entry;
  if (name.length > 300 || /\p{Cc}/u.test(name)) throw badPackage('name', '', 'A name in this zip cannot be used.');
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === SYMLINK) throw badPackage('link', name, 'this is a link.');
  if (entry.isEncrypted()) throw badPackage('locked', name, 'this is locked with a password.');
  if (!entry.canDecodeFileData()) throw badPackage('damaged', name, 'this is packed in a way that is not read.');
  if (size > most.small && size > packed * most.times)
    throw badPackage('bomb', name, 'this would unpack to far more than it is. Nothing was unpacked.');
}

/** Without the one folder that everything is in, where there is one and it is a package itself. */
function inside(entries: Map<string, Entry>): Map<string, Entry> {
  const [first = ''] = entries.keys();
  const folder = first.slice(0, first.indexOf('/') + 1);
  const isOne = folder !== '' && [...entries.keys()].every((name) => name.startsWith(folder));
  const isPackage = ['course.json', 'imsmanifest.xml'].some((name) => entries.has(`${folder}${name}`));
  if (!isOne || !isPackage) return entries;
  return new Map([...entries].map(([name, entry]) => [name.slice(folder.length), entry]));
}

function packageOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>, room: string): ZipPackage {
  const open = async (name: string): Promise<Readable> => {
    const entry = entries.get(name);
    if (!entry) throw badPackage('missing', name, 'this file is missing.');
    return zip.openReadStreamPromise(entry).catch(() => {
      throw damaged(name);
    });
  };
  return {
    names: [...entries.keys()].sort(),
    async read(name) {
      const entry = entries.get(name);
      if (!entry) return null;
      if (entry.uncompressedSize > most.read) throw badPackage('large', name, 'this file is too large.');
      const parts: Buffer[] = [];
      for await (const part of whole(name, await open(name), entry.crc32)) parts.push(part);
      return Buffer.concat(parts);
    },
    async hash(name) {
      const hash = createHash('sha256');
      for await (const part of whole(name, await open(name), entries.get(name)?.crc32 ?? 0)) hash.update(part);
      return hash.digest('hex');
    },
    async lend(name, work) {
      await mkdir(room, { recursive: true });
      const folder = await mkdtemp(join(room, 'lent-'));
      try {
        const file = join(folder, basename(name));
        await pipeline(whole(name, await open(name), entries.get(name)?.crc32 ?? 0), createWriteStream(file));
        return await work(file);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    close: () => zip.close(),
  };
}

const damaged = (name: string) => badPackage('damaged', name, 'this file is damaged.');

/** The bytes of `source`, which end in a refusal where they are not those that the zip promised. */
async function* whole(name: string, source: Readable, promised: number): AsyncGenerator<Buffer> {
  let sum = 0;
  try {
    for await (const part of source as AsyncIterable<Buffer>) {
      sum = crc32(part, sum);
      yield part;
    }
  } catch {
    throw damaged(name);
  }
  if (sum !== promised) throw damaged(name);
}
