import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PlainError } from '../postgres/plain-error.ts';

/**
 * The script behind an installed command, as its package says, to be run by our own Node: the files in
 * node_modules/.bin are shell scripts on Windows. Throws a PlainError when the package is not installed.
 */
export async function binOf(root: string, name: string, command: string = name): Promise<string> {
  const folder = join(root, 'node_modules', name);
  const description = await readFile(join(folder, 'package.json'), 'utf8').catch(() => '{}');
  const { bin } = JSON.parse(description) as { bin?: string | Record<string, string> };
  const script = typeof bin === 'string' ? bin : bin?.[command];
  if (script) return join(folder, script);
  throw new PlainError(`The package ${name} is not installed. Run npm install --no-save.`);
}
