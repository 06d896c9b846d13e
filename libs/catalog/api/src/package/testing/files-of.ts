import { createHash } from 'node:crypto';
import { type PackageFiles } from '../package-files';

/** The files of a package in memory. */
export function filesOf(given: Readonly<Record<string, string | Buffer>>): PackageFiles {
  const files = new Map(Object.entries(given).map(([name, content]) => [name, Buffer.from(content)]));
  const bytes = (name: string) => files.get(name) ?? Buffer.alloc(0);
  return {
    names: [...files.keys()].sort(),
    read: (name) => Promise.resolve(files.get(name) ?? null),
    hash: (name) => Promise.resolve(createHash('sha256').update(bytes(name)).digest('hex')),
    lend: () => Promise.reject(new Error('nothing is lent')),
  };
}
