import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { dropStamp, isFresh, sourceStamp, writeStamp } from './stamp.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'haven-stamp-'));
  await put('apps/api/src/main.ts', 'one');
  await put('package.json', '{}');
  for (const product of ['dist/api/main.js', 'dist/web/browser/index.html', 'dist/web/server/server.mjs']) {
    await put(product, '');
  }
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function put(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
}

describe('the stamp of a build', () => {
  it('changes with any source, and not with times, specs or tests', async () => {
    const before = await sourceStamp(root);
    await utimes(join(root, 'package.json'), 1, 1);
    await put('apps/api/src/main.spec.ts', 'x');
    await put('apps/e2e/src/journey.ts', 'x');
    expect(await sourceStamp(root)).toBe(before);
    await put('libs/new.ts', '');
    expect(await sourceStamp(root)).not.toBe(before);
    await rm(join(root, 'libs/new.ts'));
    await put('apps/api/src/main.ts', 'two');
    expect(await sourceStamp(root)).not.toBe(before);
  });

  it('is fresh only with its products there', async () => {
    const stamp = await sourceStamp(root);
    expect(await isFresh(root, stamp)).toBe(false);
    await writeStamp(root, stamp);
    expect(await isFresh(root, stamp)).toBe(true);
    expect(await isFresh(root, 'another')).toBe(false);
    await rm(join(root, 'dist/api/main.js'));
    expect(await isFresh(root, stamp)).toBe(false);
    await put('dist/api/main.js', '');
    await dropStamp(root);
    expect(await isFresh(root, stamp)).toBe(false);
  });
});
