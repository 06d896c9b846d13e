import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ShellFile, ShellList } from '../../apps/web/offline/shell.ts';
import { readStats, type Stats } from '../test/bundle.ts';

/** The page that the server sends where nothing is rendered: it fills any address. */
const PAGE = 'index.csr.html';
/** Files of apps/web/public that pages show. */
const PICTURES = ['icon.svg', 'icons.svg'];
/** What nobody works on without a line; what only it needs is not worth a learner's megabytes. */
const ONLINE_ONLY = /\/studio\//;

/**
 * The scripts, style sheets and fonts that pages for learners can come to need: what the first script imports, at once or later, but for
 * what begins with a page of the studio.
 */
export function shellFiles({ outputs }: Stats): string[] {
  const names = Object.keys(outputs);
  const seen = new Set<string>();
  const waiting = names.filter((name) => /^(main|polyfills)-[\w-]+\.js$/.test(name));
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const output = outputs[name];
    if (!output || seen.has(name) || ONLINE_ONLY.test(`/${output.entryPoint ?? ''}`)) continue;
    seen.add(name);
    waiting.push(...output.imports.map(({ path }) => path));
  }
  return [...seen, ...names.filter((name) => /\.(css|woff2)$/.test(name))].sort();
}

/**
 * What the service worker keeps of the build in `<web>/browser`. The version is the hash of it all: the same build is the same version.
 * Throws where the build has no metafile or lacks one of the files.
 */
export async function shellList(web: string): Promise<ShellList> {
  const browser = join(web, 'browser');
  const stats = await readStats(browser);
  if (!stats) throw new Error(`${web} has no browser-stats.json: build the web app first, with "statsJson": true`);
  const names = [PAGE, ...PICTURES, ...shellFiles(stats)];
  const files = await Promise.all(
    names.map(async (name): Promise<ShellFile> => {
      const digest = createHash('sha256')
        .update(await readFile(join(browser, name)))
        .digest('base64');
      return { url: `/${name}`, integrity: `sha256-${digest}` };
    }),
  );
  const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
  return { version, page: `/${PAGE}`, files };
}
