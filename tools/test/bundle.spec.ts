import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lazyScripts, measureBudgets } from './budgets.ts';
import { filesOfPage, initialFiles, staticImports } from './bundle.ts';

const PAGE = `<link rel="stylesheet" href="styles.css"><noscript><link rel="stylesheet" href="styles.css"></noscript>
<link rel="modulepreload" href="/chunk-B.js"><script src="main.js" type="module"></script>`;

describe('what a page loads first', () => {
  it('is what it names', () => {
    expect(filesOfPage(PAGE)).toEqual({ scripts: ['chunk-B.js', 'main.js'], styles: ['styles.css'] });
  });

  it('is also what that imports at once, and not what it imports on demand', () => {
    const script = `import{a as b}from"./chunk-A.js";import"./chunk-C.js";export*from'./d/e.js';var x=()=>import("./lazy.js");export{x};`;
    expect(staticImports(script)).toEqual(['./chunk-A.js', './chunk-C.js', './d/e.js']);
  });
});

describe('the budgets', () => {
  let root: string;
  const put = (name: string, text: string): Promise<void> => writeFile(join(root, 'dist/web', name), text);
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'haven-budgets-'));
    await mkdir(join(root, 'dist/web/browser'), { recursive: true });
    await put('browser/index.csr.html', PAGE);
    await put('browser/styles.css', 'a{}');
    await put('browser/main.js', 'import{a}from"./chunk-A.js";');
    await put('browser/chunk-A.js', 'export{};');
    await put(
      'browser/chunk-B.js',
      `export const noise='${Array.from({ length: 60_000 }, () => Math.random()).join()}'`,
    );
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it('follow imports, and fail what is too heavy or cannot be measured', async () => {
    expect([...(await initialFiles(join(root, 'dist/web/browser'))).scripts].sort()).toEqual([
      'chunk-A.js',
      'chunk-B.js',
      'main.js',
    ]);
    const checks = await measureBudgets(root);
    expect(checks.find(({ name }) => name === 'initial JavaScript')?.ok).toBe(false);
    expect(checks.find(({ name }) => name === 'CSS')).toEqual({ name: 'CSS', ok: true, detail: '0.0 of 15 kB' });
    expect(checks.find(({ name }) => name === 'quiz page')?.detail).toContain('browser-stats.json is missing');
  });

  it('find lazy scripts by their first source file or by the package in them', () => {
    const outputs = {
      'chunk-L.js': { entryPoint: 'libs/learning/web/src/lesson-page.ts', inputs: {}, imports: [] },
      'chunk-H.js': { inputs: { 'node_modules/hls.js/dist/hls.mjs': {} }, imports: [] },
    };
    expect(lazyScripts({ outputs }, /\/lesson-page\.ts$/)).toEqual(['chunk-L.js']);
    expect(lazyScripts({ outputs }, /node_modules\/hls\.js\//)).toEqual(['chunk-H.js']);
  });
});
