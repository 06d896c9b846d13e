import { createHash } from 'node:crypto';
import { access, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What a build is made from: files that change the result, and folders of them. */
const SOURCES = ['apps', 'libs', 'nx.json', 'package.json', 'package-lock.json', 'tsconfig.base.json'];
const IGNORED = /^(node_modules|dist|coverage|e2e|\..*)$|\.spec\.ts$/;

/** What a build leaves. */
const PRODUCTS = ['dist/api/main.js', 'dist/web/browser', 'dist/web/server'];
const STAMP = join('dist', '.haven-stamp');

/** SHA-256 over the names and contents of the sources under `root`: a git checkout that changes only times is fresh. */
export async function sourceStamp(root: string): Promise<string> {
  const hash = createHash('sha256');
  const files = (await Promise.all(SOURCES.map((name) => filesUnder(root, name)))).flat().sort();
  const contents = await Promise.all(files.map((file) => readFile(join(root, file))));
  files.forEach((file, index) => {
    const content = contents[index] ?? Buffer.alloc(0);
    hash.update(`${file}\0${content.length}\0`).update(content);
  });
  return hash.digest('hex');
}

/** Whether the products under `root` are there and were built from these sources. */
export async function isFresh(root: string, stamp: string): Promise<boolean> {
  try {
    await Promise.all(PRODUCTS.map((product) => access(join(root, product))));
    return (await readFile(join(root, STAMP), 'utf8')) === stamp;
  } catch {
    return false;
  }
}

/** Remembers that the products under `root` were built from the sources of this stamp. */
export async function writeStamp(root: string, stamp: string): Promise<void> {
  await mkdir(dirname(join(root, STAMP)), { recursive: true });
  await writeFile(join(root, STAMP), stamp);
}

/** Forgets it: the products are about to change. */
export async function dropStamp(root: string): Promise<void> {
  await rm(join(root, STAMP), { force: true });
}

async function filesUnder(root: string, path: string): Promise<string[]> {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOTDIR') return 'file';
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (typeof entries === 'string') return [path];
  const inside = entries
    .filter((entry) => !IGNORED.test(entry.name) && (entry.isDirectory() || entry.isFile()))
    .map(({ name }) => filesUnder(root, `${path}/${name}`));
  return (await Promise.all(inside)).flat();
}
