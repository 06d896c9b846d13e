import { join } from 'node:path';
import type { Run } from '../../apps/e2e/src/support/losing-player.ts';
import { losses } from '../../apps/e2e/src/support/losses.ts';
import { findBrowser } from '../test/browser.ts';
import type { Bench } from './bench.ts';

const PLAYERS = 3;
/** The most seconds that may be missing of what one person watched. */
const MOST_MISSING = 2;

/**
 * Random kills while people watch in real browsers: how much of what they watched is not on the server afterwards. Prints each run.
 * @throws Error when more than two seconds are missing in any run, or any second was invented or paid for twice.
 */
export const loss: Bench = async ({ quick }) => {
  const { path } = await findBrowser(join(import.meta.dirname, '../..'));
  const runs: Run[] = [];
  for await (const run of losses({ rounds: quick ? 8 : 67, people: PLAYERS, seed: 20261127, browser: path })) {
    runs.push(run);
    console.log(JSON.stringify(run));
  }
  const most = (figure: (run: Run) => number) => Math.max(...runs.map(figure));
  const sum = (figure: (run: Run) => number) => runs.reduce((total, run) => total + figure(run), 0);
  const figures = {
    runs: runs.length,
    watched_s: sum(({ watched }) => watched),
    missing_s: sum(({ missing }) => missing),
    most_missing_s: most(({ missing }) => missing),
    invented_s: sum(({ invented }) => invented),
    doubled_s: sum(({ doubled }) => doubled),
  };
  if (figures.most_missing_s > MOST_MISSING || figures.invented_s > 0 || figures.doubled_s > 0)
    throw new Error(`Something was lost: ${JSON.stringify(figures)}`);
  return figures;
};
