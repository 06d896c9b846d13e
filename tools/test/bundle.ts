import { readFile, readdir } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { PlainError } from '../postgres/plain-error.ts';

/** What the first page asks for: scripts with everything they import at once, and style sheets. Names as in the build. */
export interface Initial {
  readonly scripts: ReadonlySet<string>;
  readonly styles: ReadonlySet<string>;
}

/** The parts of esbuild's metafile that are used here. */
export interface Stats {
  readonly outputs: Readonly<
    Record<
      string,
      {
        readonly entryPoint?: string;
        readonly inputs: Readonly<Record<string, unknown>>;
        readonly imports: readonly { readonly path: string; readonly kind: string }[];
      }
    >
  >;
}

/** Reads which files the page of the built app loads before anything else. Throws a PlainError when there is no page. */
export async function initialFiles(browserFolder: string): Promise<Initial> {
  const page = (await readPage(browserFolder, 'index.csr.html')) ?? (await readPage(browserFolder, 'index.html'));
  if (page === undefined) throw new PlainError(`${browserFolder} has no page: build the web app first.`);
  const { scripts, styles } = filesOfPage(page);
  return { scripts: await importClosure(browserFolder, scripts), styles: new Set(styles) };
}

function readPage(folder: string, name: string): Promise<string | undefined> {
  return readFile(join(folder, name), 'utf8').catch(() => undefined);
}

/** The scripts (module scripts and module preloads) and style sheets that a page names, without a leading slash. */
export function filesOfPage(html: string): { scripts: string[]; styles: string[] } {
  const scripts: string[] = [];
  const styles: string[] = [];
  for (const [tag] of html.matchAll(/<(?:script|link)\b[^>]*>/g)) {
    const file = /\b(?:src|href)="\/?([^"]+)"/.exec(tag)?.[1];
    if (!file) continue;
    if (tag.startsWith('<script') || tag.includes('rel="modulepreload"')) scripts.push(file);
    if (tag.includes('rel="stylesheet"')) styles.push(file);
  }
  return { scripts, styles: [...new Set(styles)] };
}

/** The modules that a script imports statically. What it imports on demand, `import("…")`, is not among them. */
export function staticImports(script: string): string[] {
  return [...script.matchAll(/\b(?:import|export)\b[^"'();]*["'](\.{1,2}\/[^"']+\.js)["']/g)].map(
    ([, path]) => path ?? '',
  );
}

/** The scripts with everything they import at once, following imports. */
export async function importClosure(folder: string, scripts: readonly string[]): Promise<Set<string>> {
  const seen = new Set<string>();
  const waiting = [...scripts];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const from = posix.dirname(file);
    const text = await readFile(join(folder, file), 'utf8');
    waiting.push(...staticImports(text).map((path) => posix.join(from, path)));
  }
  return seen;
}

/** Bytes of files as a server sends them with brotli at its best. */
export async function brotliBytes(folder: string, files: Iterable<string>): Promise<number> {
  let bytes = 0;
  for (const file of files) {
    const content = await readFile(join(folder, file));
    bytes += brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  }
  return bytes;
}

/** The font files of the build with their sizes in bytes (woff2 is compressed already). */
export async function fontFiles(folder: string): Promise<{ name: string; bytes: number }[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(woff2?|ttf|otf)$/.test(name));
  return Promise.all(names.map(async (name) => ({ name, bytes: (await readFile(join(folder, name))).length })));
}

/** The build's metafile, undefined when the build wrote none. */
export async function readStats(browserFolder: string): Promise<Stats | undefined> {
  try {
    return JSON.parse(await readFile(join(dirname(browserFolder), 'browser-stats.json'), 'utf8')) as Stats;
  } catch {
    return undefined;
  }
}
