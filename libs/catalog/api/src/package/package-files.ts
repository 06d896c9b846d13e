import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { hashFile, Refusal } from '@haven/shared/api';

/** Why a package is refused as a whole. The words for them are in the dictionaries; `file` has a sentence of its own. */
export type BadPackage =
  | 'no-zip'
  | 'no-course'
  | 'version'
  | 'name'
  | 'link'
  | 'locked'
  | 'twice'
  | 'too-many'
  | 'bomb'
  | 'large'
  | 'damaged'
  | 'hash'
  | 'missing'
  | 'file';

/** The refusal of a package, with the file at fault. */
export const badPackage = (code: BadPackage, file: string, message: string) =>
  new Refusal('bad-package', file ? `${file}: ${message}` : message, [{ path: file.slice(0, 200), message: code }]);

/** The files of a package by their names, the parts divided by `/`, wherever they are. */
export interface PackageFiles {
  /** In order. */
  readonly names: readonly string[];
  /** The bytes of a small file; null where there is none. */
  read(name: string): Promise<Buffer | null>;
  /** The SHA-256 of a file that is there, in hexadecimal. */
  hash(name: string): Promise<string>;
  /** Lends a path of this machine to a file that is there, whose last part is its own name, until `work` ends. */
  lend<T>(name: string, work: (path: string) => Promise<T>): Promise<T>;
}

/** The files below a folder of this machine. */
export async function openFolder(folder: string): Promise<PackageFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  return {
    names,
    read: (name) => (names.includes(name) ? readFile(join(folder, name)) : Promise.resolve(null)),
    hash: (name) => hashFile(join(folder, name)),
    lend: (name, work) => work(join(folder, name)),
  };
}
