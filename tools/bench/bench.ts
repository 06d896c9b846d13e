/** `npm run bench -- NAME [--quick] [--json]`: measures, and prints a table, or with --json one object as the last line. */
import { parseArgs } from 'node:util';
import { attempts } from './attempts.ts';
import { attemptsLoss } from './attempts-loss.ts';
import { catalog } from './catalog.ts';
import { claims } from './claims.ts';
import { thinLine } from './line.ts';
import { loss } from './loss.ts';
import { recordings } from './recordings.ts';
import { start } from './start.ts';
import { web } from './web.ts';

/** What a bench is told, and what it answers: figures by name. */
export type Bench = (options: { readonly quick: boolean }) => Promise<Readonly<Record<string, number>>>;

const benches: Readonly<Record<string, Bench>> = {
  attempts,
  'attempts-loss': attemptsLoss,
  catalog,
  claims,
  line: thinLine,
  loss,
  recordings,
  start,
  web,
};

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const bench = benches[positionals[0] ?? ''];
if (bench) {
  const figures = await bench({ quick: values.quick });
  for (const [name, figure] of Object.entries(figures)) console.log(`${name.padEnd(24)} ${figure}`);
  if (values.json) console.log(JSON.stringify(figures));
} else {
  console.error(`Say which bench to run: ${Object.keys(benches).join(', ')}.`);
  process.exitCode = 1;
}
