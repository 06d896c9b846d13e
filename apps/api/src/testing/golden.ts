import { readFileSync, writeFileSync } from 'node:fs';

/** The text of a committed file that `actual` has to equal. `UPDATE_GOLDEN=1 npm run spec` writes it anew, for a person to review. */
export function golden(file: string, actual: string): string {
  if (process.env['UPDATE_GOLDEN']) writeFileSync(file, actual);
  return readFileSync(file, 'utf8');
}
