import { join } from 'node:path';
import { attemptLosses } from '../../apps/e2e/src/support/losses.ts';
import type { AttemptRun } from '../../apps/e2e/src/support/losing-learner.ts';
import { findBrowser } from '../test/browser.ts';
import type { Bench } from './bench.ts';

const LEARNERS = 3;

/**
 * Random kills while people take a quiz in real browsers: how many of the answers that they saw as chosen the page does not show afterwards,
 * how many the server does not count, and how many it has twice. Prints each run.
 * @throws Error when there is a single one.
 */
export const attemptsLoss: Bench = async ({ quick }) => {
  const { path } = await findBrowser(join(import.meta.dirname, '../..'));
  const runs: AttemptRun[] = [];
  const options = { rounds: quick ? 4 : 34, people: LEARNERS, seed: 20261128, browser: path };
  for await (const run of attemptLosses(options)) {
    runs.push(run);
    console.log(JSON.stringify(run));
  }
  const sum = (figure: (run: AttemptRun) => number) => runs.reduce((total, run) => total + figure(run), 0);
  const figures = {
    runs: runs.length,
    chosen: sum(({ chosen }) => chosen),
    forgotten: sum(({ forgotten }) => forgotten),
    missing: sum(({ missing }) => missing),
    doubled: sum(({ doubled }) => doubled),
  };
  if (figures.forgotten + figures.missing + figures.doubled > 0)
    throw new Error(`Something was lost: ${JSON.stringify(figures)}`);
  return figures;
};
