import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { binOf } from '../start/bin.ts';
import { NX_ENV } from '../start/build.ts';
import { startChild } from '../start/child.ts';
import { findBrowser } from './browser.ts';
import { measureBudgets } from './budgets.ts';
import { readJestReport, readPlaywrightReport, settle, type Tally } from './reports.ts';

export interface Outcome extends Tally {
  /** What to show when something failed. */
  readonly output: string;
  /** A short phrase for the line of the part. */
  readonly note?: string;
}

export interface Part {
  readonly name: string;
  /** The part without which this one would prove nothing. */
  readonly needs?: string;
  run(root: string, signal: AbortSignal): Promise<Outcome>;
}

/** The longest that one command may take, in milliseconds. */
const LIMIT_MS = 35 * 60_000;

const PRETTIER_CACHE = join('node_modules', '.cache', 'prettier', 'cache');

/** Everything that CI runs, in its order: what is quick to tell comes first. */
export const PARTS: readonly Part[] = [
  {
    name: 'format',
    run: single('prettier', ['--check', '.', '--log-level', 'warn', '--cache', '--cache-location', PRETTIER_CACHE]),
  },
  { name: 'lint', run: lint },
  { name: 'types', run: types },
  { name: 'specs', run: specs },
  { name: 'build', run: single('nx', ['run-many', '-t', 'build', '-p', 'api,worker,web'], NX_ENV) },
  { name: 'budgets', needs: 'build', run: budgets },
  { name: 'journeys', needs: 'build', run: journeys },
];

/** A part that is one command, and counts as one check. */
function single(name: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Part['run'] {
  return async (root, signal) => {
    const { code, output } = await execute(root, signal, [await binOf(root, name), ...args], env);
    return { ...settle(code, undefined, false), output };
  };
}

/** Without a cache: what cycles and types say of a file depends on files that it does not know of. */
function lint(root: string, signal: AbortSignal): Promise<Outcome> {
  return inTurn(root, signal, [
    ['eslint', 'eslint', '.', '--max-warnings', '0'],
    ['stylelint', 'stylelint', '{apps,libs}/**/*.css', '--max-warnings', '0'],
  ]);
}

/** Server, web and its worker are type-checked apart, since they have different libraries; `ngc` also checks templates. */
function types(root: string, signal: AbortSignal): Promise<Outcome> {
  return inTurn(root, signal, [
    ['typescript', 'tsc', '-p', 'tsconfig.node.json'],
    ['@angular/compiler-cli', 'ngc', '-p', 'tsconfig.web.json'],
    ['typescript', 'tsc', '-p', 'apps/web/offline/tsconfig.json'],
  ]);
}

/** Several commands (package, command, arguments), each counted as one check. */
async function inTurn(
  root: string,
  signal: AbortSignal,
  commands: readonly (readonly [name: string, command: string, ...args: string[]])[],
): Promise<Outcome> {
  let all: Outcome = { passed: 0, failed: 0, skipped: 0, output: '' };
  for (const [name, command, ...args] of commands) {
    const { code, output } = await execute(root, signal, [await binOf(root, name, command), ...args]);
    const { passed, failed } = settle(code, undefined, false);
    all = { passed: all.passed + passed, failed: all.failed + failed, skipped: 0, output: all.output + output };
  }
  return all;
}

async function specs(root: string, signal: AbortSignal): Promise<Outcome> {
  const file = await reportFile(root, 'specs');
  const ran = await execute(root, signal, [await binOf(root, 'jest'), '--json', `--outputFile=${file}`]);
  return { ...settle(ran.code, await readJestReport(file), true), output: ran.output };
}

async function journeys(root: string, signal: AbortSignal): Promise<Outcome> {
  const file = await reportFile(root, 'journeys');
  const browser = await findBrowser(root);
  const config = join('apps', 'e2e', 'playwright.config.ts');
  const ran = await execute(
    root,
    signal,
    [await binOf(root, '@playwright/test', 'playwright'), 'test', '-c', config, '--reporter=list,json'],
    { HAVEN_BROWSER: browser.path, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  );
  const note = `in ${browser.path} (${browser.origin})`;
  return { ...settle(ran.code, await readPlaywrightReport(file), true), output: ran.output, note };
}

async function budgets(root: string): Promise<Outcome> {
  const checks = await measureBudgets(root);
  const lines = checks.map(({ name, ok, detail }) => `${ok ? '✓' : '✗'} ${name}: ${detail}`);
  const passed = checks.filter(({ ok }) => ok).length;
  const note = checks.map(({ name, detail }) => `${name} ${detail}`).join(' · ');
  return { passed, failed: checks.length - passed, skipped: 0, output: lines.join('\n'), note };
}

async function execute(
  root: string,
  signal: AbortSignal,
  [script = '', ...args]: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: number | null; output: string }> {
  signal.throwIfAborted();
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  const child = await startChild(script, args, {
    cwd: root,
    env: { ...colour, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk: Buffer): void => void (output += chunk.toString());
  child.process.stdout?.on('data', collect);
  child.process.stderr?.on('data', collect);
  const stop = (): void => void child.stop();
  signal.addEventListener('abort', stop, { once: true });
  const limit = setTimeout(() => {
    output += `\nStopped: it took longer than ${LIMIT_MS / 60_000} minutes.\n`;
    stop();
  }, LIMIT_MS);
  const { code } = await child.ended;
  clearTimeout(limit);
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  return { code, output };
}

async function reportFile(root: string, name: string): Promise<string> {
  const folder = join(root, 'dist', 'test');
  const file = join(folder, `${name}.json`);
  await mkdir(folder, { recursive: true });
  await rm(file, { force: true });
  return file;
}
