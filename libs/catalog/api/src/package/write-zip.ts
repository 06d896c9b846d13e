import { type Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file of a package that is written: its bytes, or where they come from once it is their turn. */
export interface WrittenFile {
  readonly name: string;
  readonly content: Buffer | (() => Readable);
}

/**
 * A zip of these files. The same files make the same bytes, today and on another machine: in the order of their names, without times, and as
 * they are, because how well a library packs changes with its versions, and pictures and recordings are packed already.
 */
export function writeZip(files: readonly WrittenFile[]): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  // The first moment that a zip can tell, by the clock on the wall: that is what is written.
  const same = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true, compress: false, mode: 0o100644 };
  for (const { name, content } of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (Buffer.isBuffer(content)) zip.addBuffer(content, name, same);
    else
      zip.addReadStreamLazy(name, same, (take) => {
        const source = content();
        source.once('error', (error) => output.destroy(error));
        take(null, source);
      });
  }
  zip.end();
  return output;
}
