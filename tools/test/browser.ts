import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { PlainError } from '../postgres/plain-error.ts';
import { run } from '../postgres/run.ts';

export interface Browser {
  /** An executable that Playwright can launch with no further settings. */
  readonly path: string;
  readonly origin: 'HAVEN_BROWSER' | 'installed' | '@sparticuz/chromium';
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/**
 * Finds a browser that really starts: HAVEN_BROWSER, an installed Chromium or Chrome, else the one in the npm package.
 * Throws a PlainError that says what to install; a missing browser is never a reason to skip.
 */
export async function findBrowser(root: string = process.cwd()): Promise<Browser> {
  const told = process.env['HAVEN_BROWSER'];
  if (told) {
    if (await starts(told)) return { path: told, origin: 'HAVEN_BROWSER' };
    throw new PlainError(`HAVEN_BROWSER must be the path of a Chromium or Chrome that starts; "${told}" does not.`);
  }
  for (const path of installedPaths()) if (await starts(path)) return { path, origin: 'installed' };
  const packed = await unpackedBrowser(root);
  if (packed) return { path: packed, origin: '@sparticuz/chromium' };
  throw new PlainError(
    'No browser was found for the journeys. Install Chromium (on Debian: apt install chromium) or Chrome, ' +
      'or set HAVEN_BROWSER to the path of one.',
  );
}

function installedPaths(): string[] {
  const { env, platform } = process;
  if (platform === 'darwin') {
    const apps = ['/Applications', join(env['HOME'] ?? '', 'Applications')];
    return apps.flatMap((folder) =>
      ['Google Chrome', 'Chromium'].map((n) => join(folder, `${n}.app/Contents/MacOS/${n}`)),
    );
  }
  if (platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .map((name) => env[name])
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        join(folder, 'Google/Chrome/Application/chrome.exe'),
        join(folder, 'Chromium/Application/chrome.exe'),
      ]);
  }
  const folders = (env['PATH'] ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Windows opens a window when asked for the version: there, to be present is enough. */
async function starts(path: string): Promise<boolean> {
  if (!(await isThere(path))) return false;
  if (process.platform === 'win32') return true;
  const { code, output } = await run(path, ['--version'], { withinMs: 20_000 });
  return code === 0 && /\d+\.\d+/.test(output);
}

/**
 * The Chromium inside `@sparticuz/chromium` (Linux on x64), unpacked once into node_modules/.cache. On a bare machine
 * it needs the libraries and the font that the package brings along: a small script around it names them.
 */
async function unpackedBrowser(root: string): Promise<string | undefined> {
  const description = join(root, 'node_modules', '@sparticuz', 'chromium', 'package.json');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !(await isThere(description))) return undefined;
  const { version } = JSON.parse(await readFile(description, 'utf8')) as { version: string };
  const folder = join(root, 'node_modules', '.cache', 'haven-browser', version);
  if (!(await isThere(join(folder, 'haven-chromium')))) await unpack(folder);
  for (const name of ['chromium', 'haven-chromium']) if (await starts(join(folder, name))) return join(folder, name);
  return undefined;
}

/** The package unpacks into the temporary folder and trusts what already lies there, so it gets a folder of its own. */
async function unpack(folder: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  const before = { TMPDIR: process.env['TMPDIR'], AWS_EXECUTION_ENV: process.env['AWS_EXECUTION_ENV'] };
  const kept = { LD_LIBRARY_PATH: process.env['LD_LIBRARY_PATH'], FONTCONFIG_PATH: process.env['FONTCONFIG_PATH'] };
  // The package brings its libraries out only where it believes to be on Amazon's Lambda.
  Object.assign(process.env, { TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' });
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
  } finally {
    for (const [name, value] of Object.entries({ ...before, ...kept })) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
  await writeFile(join(unfinished, 'fonts', 'fonts.conf'), fontSettings(join(folder, 'fonts')));
  await writeFile(join(unfinished, 'haven-chromium'), wrapper(folder), { mode: 0o755 });
  await rm(folder, { recursive: true, force: true });
  await rename(unfinished, folder);
}

function wrapper(folder: string): string {
  return `#!/bin/sh
export LD_LIBRARY_PATH='${folder}/al2023/lib'
export FONTCONFIG_FILE='${folder}/fonts/fonts.conf'
exec '${folder}/chromium' "$@"
`;
}

function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/cache</cachedir></fontconfig>
`;
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
