import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stats } from '../test/bundle.ts';
import { shellFiles, shellList } from './shell-list.ts';

const output = (entryPoint: string | undefined, ...imports: string[]): Stats['outputs'][string] => ({
  ...(entryPoint && { entryPoint }),
  inputs: {},
  imports: imports.map((path) => ({ path, kind: 'dynamic-import' })),
});

const stats: Stats = {
  outputs: {
    'main-AAAAAAAA.js': output('apps/web/src/main.ts', 'chunk-core.js', 'chunk-lesson.js', 'chunk-studio.js'),
    'chunk-core.js': output(undefined),
    'chunk-lesson.js': output(
      'libs/learning/web/src/lesson/lesson-page.ts',
      'chunk-hls.js',
      'chunk-core.js',
      'main-AAAAAAAA.js',
    ),
    'chunk-hls.js': output('node_modules/hls.js/dist/hls.light.mjs'),
    'chunk-studio.js': output('libs/catalog/web/src/studio/index.ts', 'chunk-editor.js', 'chunk-core.js'),
    'chunk-editor.js': output(undefined),
    'worker-BBBBBBBB.js': output('libs/recordings/web/src/studio/uploads/hash.worker.ts'),
    'styles-CCCCCCCC.css': output(undefined),
    'media/font-DDDDDDDD.woff2': output(undefined),
  },
};

const wanted = [
  'chunk-core.js',
  'chunk-hls.js',
  'chunk-lesson.js',
  'main-AAAAAAAA.js',
  'media/font-DDDDDDDD.woff2',
  'styles-CCCCCCCC.css',
];

describe('what the service worker keeps', () => {
  it('is what learners can come to need, and nothing that only the studio needs', () =>
    expect(shellFiles(stats)).toEqual(wanted));

  describe('of a build', () => {
    let web: string;
    const put = (name: string, text: string): Promise<void> => writeFile(join(web, 'browser', name), text);
    beforeEach(async () => {
      web = await mkdtemp(join(tmpdir(), 'haven-shell-'));
      await mkdir(join(web, 'browser', 'media'), { recursive: true });
      await writeFile(join(web, 'browser-stats.json'), JSON.stringify(stats));
      for (const name of [...wanted, 'index.csr.html', 'icon.svg', 'icons.svg']) await put(name, name);
    });
    afterEach(() => rm(web, { recursive: true, force: true }));

    it('names each file with its hash, and the page among them', async () => {
      const { page, files } = await shellList(web);
      expect(files.map(({ url }) => url)).toEqual([
        '/index.csr.html',
        '/icon.svg',
        '/icons.svg',
        ...wanted.map((name) => `/${name}`),
      ]);
      expect(files.map(({ url }) => url)).toContain(page);
      for (const { integrity } of files) expect(integrity).toMatch(/^sha256-[\w+/]{43}=$/);
    });

    it('has a version that changes with any of them and with nothing else', async () => {
      const before = await shellList(web);
      expect(await shellList(web)).toEqual(before);
      await put('index.csr.html', 'another');
      expect((await shellList(web)).version).not.toBe(before.version);
    });

    it('is refused where one is missing', async () => {
      await rm(join(web, 'browser', 'icons.svg'));
      await expect(shellList(web)).rejects.toThrow('icons.svg');
    });
  });
});
