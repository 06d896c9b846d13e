import { join } from 'node:path';
import { brotliBytes, fontFiles, importClosure, initialFiles, readStats, type Stats } from './bundle.ts';

/** One budget, measured. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** What was measured against what is allowed, or why it could not be measured. */
  readonly detail: string;
}

/** Bytes in a kB of the budget table. */
const KB = 1000;

/** What the first page may weigh, in kB with brotli; the font in kB as it is. From design: "Budget". */
const FIRST_PAGE = { script: 110, style: 15, font: 45 };

/** What a screen may add to the first page, in kB with brotli: the heaviest of the lazy scripts its pattern finds. */
const SCREENS = [
  { name: 'lesson page', entry: /learning\/web\/src\/lesson\/lesson-page\.ts$/, most: 45 },
  { name: 'quiz page', entry: /learning\/web\/src\/attempt\/question-page\.ts$/, most: 20 },
  { name: 'studio pages', entry: /\/studio\/[\w-]+-page\.ts$/, most: 170 },
  { name: 'HLS engine', entry: /node_modules\/hls\.js\//, most: 100 },
];

/** Measures the built app in `<root>/dist/web/browser`. Throws a PlainError when there is no build. */
export async function measureBudgets(root: string): Promise<Check[]> {
  const folder = join(root, 'dist', 'web', 'browser');
  const { scripts, styles } = await initialFiles(folder);
  const fonts = await fontFiles(folder);
  const stats = await readStats(folder);
  const checks = [
    weigh('initial JavaScript', await brotliBytes(folder, scripts), FIRST_PAGE.script),
    weigh('CSS', await brotliBytes(folder, styles), FIRST_PAGE.style),
    weigh('web font', Math.max(0, ...fonts.map(({ bytes }) => bytes)), FIRST_PAGE.font),
    {
      name: 'one web font',
      ok: fonts.length <= 1,
      detail: fonts.map(({ name }) => name).join(', ') || 'none',
    },
  ];
  for (const screen of SCREENS) checks.push(await weighScreen(folder, screen, scripts, stats));
  return checks;
}

async function weighScreen(
  folder: string,
  { name, entry, most }: (typeof SCREENS)[number],
  initial: ReadonlySet<string>,
  stats: Stats | undefined,
): Promise<Check> {
  if (!stats)
    return { name, ok: false, detail: 'dist/web/browser-stats.json is missing: build with "statsJson": true' };
  const found = lazyScripts(stats, entry);
  if (found.length === 0) {
    return {
      name,
      ok: false,
      detail: `no lazy script comes from ${entry}: correct the table in tools/test/budgets.ts`,
    };
  }
  let heaviest = 0;
  for (const script of found) {
    const added = [...(await importClosure(folder, [script]))].filter((file) => !initial.has(file));
    heaviest = Math.max(heaviest, await brotliBytes(folder, added));
  }
  return weigh(name, heaviest, most);
}

/** The scripts of the browser build that begin with a source file, or contain a package, of this pattern. */
export function lazyScripts({ outputs }: Stats, entry: RegExp): string[] {
  const isPackage = entry.source.includes('node_modules');
  return Object.entries(outputs)
    .filter(([name]) => name.endsWith('.js'))
    .filter(([, { entryPoint = '', inputs }]) =>
      isPackage ? Object.keys(inputs).some((input) => entry.test(input)) : entry.test(`/${entryPoint}`),
    )
    .map(([name]) => name);
}

function weigh(name: string, bytes: number, most: number): Check {
  return { name, ok: bytes <= most * KB, detail: `${(bytes / KB).toFixed(1)} of ${most} kB` };
}
